import {
  CHECK_STATUSES,
  CheckResult,
  ScorecardResult,
} from '@fairlead/backstage-plugin-scorecards-common';

/** The checks of one level, worst news first. */
export interface LevelGroup {
  level: string;
  /** Whether the entity stands on this level or a higher one. */
  reached: boolean;
  checks: CheckResult[];
}

/** The checks of a result by level, lowest level first; levels without checks are left out. */
export function groupByLevel(result: ScorecardResult): LevelGroup[] {
  const rank = result.level === null ? -1 : result.levels.indexOf(result.level);
  return result.levels
    .map((level, index) => ({
      level,
      reached: index <= rank,
      checks: result.checks
        .filter(check => check.level === level)
        .sort(
          (a, b) =>
            CHECK_STATUSES.indexOf(a.status) -
              CHECK_STATUSES.indexOf(b.status) || b.weight - a.weight,
        ),
    }))
    .filter(group => group.checks.length > 0);
}
