import { OwnerScorecardsResponse } from '@fairlead/backstage-plugin-scorecards-common';

/** Whether all that a team owns stands at the highest level of a scorecard. */
export function isDone({
  levels,
  totals,
}: Pick<
  OwnerScorecardsResponse['scorecards'][number],
  'levels' | 'totals'
>): boolean {
  return totals.levels[levels[levels.length - 1]] === totals.entities;
}
