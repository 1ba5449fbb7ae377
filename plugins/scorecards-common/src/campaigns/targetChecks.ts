import { ScorecardEntityV1alpha1 } from '../scorecard/types';
import { CampaignTarget } from './types';

/**
 * The checks that a target asks for in a definition, in its order. A level asks for its own checks and for those below
 * it, since it is reached with all of them; what a definition does not have is not asked for.
 *
 * @public
 */
export function targetChecks(
  definition: ScorecardEntityV1alpha1,
  target: CampaignTarget,
): string[] {
  const { checks, levels } = definition.spec;
  const isAsked = (check: { id: string; level: string }) =>
    'checks' in target
      ? target.checks.includes(check.id)
      : levels.indexOf(check.level) <= levels.indexOf(target.level);
  return checks.filter(isAsked).map(({ id }) => id);
}
