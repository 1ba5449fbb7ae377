import { Deployment } from '../records';

/** What an environment is for; `unknown` where nothing tells. @public */
export type EnvironmentClass = 'production' | 'non-production' | 'unknown';

/** Says what the environments whose name matches a pattern are for. @public */
export interface EnvironmentRule {
  pattern: RegExp;
  class: Exclude<EnvironmentClass, 'unknown'>;
}

/** What the usual names of environments mean; the first match counts. @public */
export const USUAL_ENVIRONMENTS: readonly EnvironmentRule[] = [
  {
    pattern: /(^|[^a-z])(pre|non|not)[^a-z]?(prod|production|live)($|[^a-z])/i,
    class: 'non-production',
  },
  {
    pattern:
      /(^|[^a-z])(acceptance|ci|demo|dev|development|e2e|integration|local|preview|qa|review|sandbox|stage|staging|stg|test|testing|uat)($|[^a-z])/i,
    class: 'non-production',
  },
  {
    pattern: /(^|[^a-z])(prod|prd|production|live)($|[^a-z])/i,
    class: 'production',
  },
];

const TIERS: Record<string, EnvironmentClass> = {
  production: 'production',
  staging: 'non-production',
  testing: 'non-production',
  development: 'non-production',
};

/**
 * Tells production from the rest.
 *
 * @remarks
 * In this order: the configured rules; the source's flag, if it is true (GitHub sets it to false for every name but
 * `production`, so false says nothing); the source's tier; the usual names. If none of them tells, the class is
 * unknown and the deployment enters no measure of production.
 *
 * @public
 */
export function classifyEnvironment(
  deployment: Pick<
    Deployment,
    'environment' | 'productionEnvironment' | 'tier'
  >,
  rules: readonly EnvironmentRule[] = [],
): EnvironmentClass {
  const name = deployment.environment ?? '';
  const byName = (list: readonly EnvironmentRule[]) =>
    list.find(({ pattern }) => name.search(pattern) >= 0)?.class;
  return (
    byName(rules) ??
    (deployment.productionEnvironment === true ? 'production' : undefined) ??
    TIERS[(deployment.tier ?? '').toLowerCase()] ??
    byName(USUAL_ENVIRONMENTS) ??
    'unknown'
  );
}
