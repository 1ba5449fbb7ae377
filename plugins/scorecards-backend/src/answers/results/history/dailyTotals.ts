import { DailyTotals } from '@fairlead/backstage-plugin-scorecards-common';
import { seesAll } from '../../../catalog/visibility';
import { DailyTotalsQuery } from './DailyTotalsQuery';
import { readDailyTotals } from './readDailyTotals';
import { replayDailyTotals } from './replayDailyTotals';

/**
 * How a scorecard stood day by day. Stored totals count every entity, so whoever may not see every entity gets totals
 * replayed from the history of those they see.
 */
export async function dailyTotals(
  options: DailyTotalsQuery,
): Promise<DailyTotals[]> {
  return seesAll(options.visibility)
    ? readDailyTotals(options)
    : replayDailyTotals(options);
}
