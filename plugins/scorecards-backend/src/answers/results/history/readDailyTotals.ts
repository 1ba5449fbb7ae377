import {
  CheckStatus,
  DailyTotals,
} from '@fairlead/backstage-plugin-scorecards-common';
import { whereOneOf } from '@fairlead/bulk-sql';
import { DbDailyTotalsRow } from '../../../database/tables';
import { emptyStatuses } from '../Totals';
import { DailyTotalsQuery } from './DailyTotalsQuery';

/** The stored totals, summed over the owners. */
export async function readDailyTotals(
  options: DailyTotalsQuery,
): Promise<DailyTotals[]> {
  const { db, scorecardRef, from, to, owners } = options;
  const query = db<DbDailyTotalsRow>('daily_totals')
    .where('scorecard_ref', scorecardRef)
    .whereBetween('day', [from, to])
    .orderBy('day');
  if (owners) {
    whereOneOf(query, 'owner_ref', owners);
  }

  const days = new Map<string, DailyTotals>();
  for (const row of await query) {
    const totals = days.get(row.day) ?? emptyDay(row.day);
    days.set(row.day, totals);
    totals.entities += row.entities;
    totals.scoreParts.pass += row.score_pass;
    totals.scoreParts.total += row.score_total;
    for (const [level, count] of entriesOf(row.levels)) {
      totals.levels[level] = (totals.levels[level] ?? 0) + count;
    }
    for (const [status, count] of entriesOf(row.statuses)) {
      totals.statuses[status as CheckStatus] += count;
    }
  }
  return [...days.values()];
}

/** A day without entities. */
export function emptyDay(day: string): DailyTotals {
  return {
    day,
    entities: 0,
    levels: {},
    statuses: emptyStatuses(),
    scoreParts: { pass: 0, total: 0 },
  };
}

function entriesOf(counts: string): [string, number][] {
  return Object.entries<number>(JSON.parse(counts));
}
