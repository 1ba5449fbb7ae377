import { ScorecardResult } from '@fairlead/backstage-plugin-scorecards-common';

/** The result that stands lowest on its own ladder; of equals the one with the lower score. */
export function lowestResult(
  results: readonly ScorecardResult[],
): ScorecardResult | undefined {
  return [...results].sort(
    (a, b) => height(a) - height(b) || (a.score ?? 1) - (b.score ?? 1),
  )[0];
}

function height({ level, levels }: ScorecardResult): number {
  return level === null ? 0 : (levels.indexOf(level) + 1) / levels.length;
}
