import { Deployment } from '../records';
import { classifyName, namesProduction } from './environmentNames';

/** What an environment is for; `unknown` where nothing tells. @public */
export type EnvironmentClass = 'production' | 'non-production' | 'unknown';

/** Says what the environments whose name matches a pattern are for. @public */
export interface EnvironmentRule {
  pattern: RegExp;
  class: Exclude<EnvironmentClass, 'unknown'>;
}

const TIERS: Record<string, EnvironmentClass> = {
  production: 'production',
  staging: 'non-production',
  testing: 'non-production',
  development: 'non-production',
};

/** How GitLab guesses the tier of an environment that is given none: by letters anywhere in its name, in this order. */
const GUESSES: readonly [RegExp, string][] = [
  [/dev|review|trunk/i, 'development'],
  [/test|tst|int|ac(ce|)pt|qa|qc|control|quality/i, 'testing'],
  [/st(a|)g|mod(e|)l|pre|demo|non/i, 'staging'],
];

/** What the tier says. One that is guessed against a word for production in the name says nothing. */
function classifyTier(
  tier: string,
  name: string,
): EnvironmentClass | undefined {
  const guess = GUESSES.find(([pattern]) => name.search(pattern) >= 0)?.[1];
  return guess === tier && namesProduction(name) ? undefined : TIERS[tier];
}

/**
 * Tells production from the rest.
 *
 * @remarks
 * In this order: the configured rules; the source's flag, if it is true (GitHub sets it to false for every name but
 * `production`, so false says nothing); the source's tier, unless it is only GitLab's guess from a name that speaks of
 * production; the name. If none of them tells, the class is unknown and the deployment enters no measure of production.
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
  const { environment: name = '', productionEnvironment, tier } = deployment;
  return (
    rules.find(({ pattern }) => name.search(pattern) >= 0)?.class ??
    (productionEnvironment === true ? 'production' : undefined) ??
    classifyTier((tier ?? '').toLowerCase(), name) ??
    classifyName(name)
  );
}
