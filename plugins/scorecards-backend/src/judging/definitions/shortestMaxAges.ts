import { tryParseDuration } from '@fairlead/backstage-plugin-scorecards-common';
import { ScorecardInForce } from './ScorecardDefinitions';

/** The shortest `maxAge` of a scorecard for each fact that the scorecard reads; milliseconds. */
export function shortestMaxAges(
  scorecards: Iterable<ScorecardInForce>,
): Map<string, number> {
  const ages = new Map<string, number>();
  for (const { definition, compiled } of scorecards) {
    const shortest = Math.min(
      ...definition.spec.checks.map(
        ({ maxAge = '' }) => tryParseDuration(maxAge) ?? Infinity,
      ),
    );
    if (shortest === Infinity) {
      continue;
    }
    for (const factId of compiled.factIds) {
      ages.set(factId, Math.min(shortest, ages.get(factId) ?? Infinity));
    }
  }
  return ages;
}
