import { CheckStatus } from '@fairlead/backstage-plugin-scorecards-common';
import { Knex } from 'knex';
import { insertRows, RowColumns } from '@fairlead/bulk-sql';
import { readStatuses } from '../../database/storedChecks';
import { DbDailyTotalsRow, DbScorecardRow } from '../../database/tables';
import { LocalDays } from '../results';

const COLUMNS = {
  day: 'text',
  scorecard_ref: 'text',
  owner_ref: 'text',
  entities: 'integer',
  levels: 'text',
  statuses: 'text',
  score_pass: 'double precision',
  score_total: 'double precision',
} satisfies RowColumns;

interface Group {
  owner_ref: string;
  level: string | null;
  statuses: string;
  entities: number | string;
  score_pass: number;
  score_total: number;
}

interface Totals {
  entities: number;
  levels: Record<string, number>;
  statuses: Partial<Record<CheckStatus, number>>;
  scorePass: number;
  scoreTotal: number;
}

/**
 * Writes how every scorecard stands today, for each owner, where it differs from what is written. The last run of a day
 * leaves the totals of that day. Answers how many rows it wrote.
 */
export async function writeDailyTotals(
  db: Knex,
  options: { days: LocalDays; now: number; signal?: AbortSignal },
): Promise<number> {
  const day = options.days.dayOf(options.now);
  const scorecards = await db<DbScorecardRow>('scorecards')
    .select('scorecard_ref')
    .where('version', '>', 0)
    .orderBy('scorecard_ref');
  let written = 0;
  for (const { scorecard_ref: scorecardRef } of scorecards) {
    options.signal?.throwIfAborted();
    const rows = await countByOwner(db, { day, scorecardRef });
    written += await writeChanged(db, { day, scorecardRef, rows });
  }
  return written;
}

async function countByOwner(
  db: Knex,
  options: { day: string; scorecardRef: string },
): Promise<DbDailyTotalsRow[]> {
  const groups: Group[] = await db
    .from('results as r')
    .join('entities as e', 'e.entity_ref', 'r.entity_ref')
    .where('r.scorecard_ref', options.scorecardRef)
    .select('r.level', 'r.statuses')
    .select(db.raw("coalesce(e.owner_ref, '') as owner_ref"))
    .count('* as entities')
    .sum({ score_pass: 'r.score_pass', score_total: 'r.score_total' })
    .groupBy('e.owner_ref', 'r.level', 'r.statuses');
  const totals = new Map<string, Totals>();
  for (const group of groups) {
    totals.set(
      group.owner_ref,
      addGroup(totals.get(group.owner_ref) ?? noTotals(), group),
    );
  }
  return [...totals].map(([owner, sum]) => ({
    day: options.day,
    scorecard_ref: options.scorecardRef,
    owner_ref: owner,
    entities: sum.entities,
    levels: stringifySorted(sum.levels),
    statuses: stringifySorted(sum.statuses),
    score_pass: round(sum.scorePass),
    score_total: round(sum.scoreTotal),
  }));
}

function noTotals(): Totals {
  return { entities: 0, levels: {}, statuses: {}, scorePass: 0, scoreTotal: 0 };
}

function addGroup(totals: Totals, group: Group): Totals {
  const entities = Number(group.entities);
  const level = group.level ?? 'none';
  totals.entities += entities;
  totals.levels[level] = (totals.levels[level] ?? 0) + entities;
  for (const status of readStatuses(group.statuses)) {
    totals.statuses[status] = (totals.statuses[status] ?? 0) + entities;
  }
  totals.scorePass += Number(group.score_pass);
  totals.scoreTotal += Number(group.score_total);
  return totals;
}

async function writeChanged(
  db: Knex,
  options: { day: string; scorecardRef: string; rows: DbDailyTotalsRow[] },
): Promise<number> {
  const { day, scorecardRef, rows } = options;
  const stored = await db<DbDailyTotalsRow>('daily_totals')
    .select('*')
    .where({ day, scorecard_ref: scorecardRef });
  const known = new Map(stored.map(row => [row.owner_ref, row]));
  const changed = rows.filter(row => !isSame(row, known.get(row.owner_ref)));
  const owners = new Set(rows.map(row => row.owner_ref));
  const gone = stored.filter(row => !owners.has(row.owner_ref));
  if (gone.length > 0) {
    await db<DbDailyTotalsRow>('daily_totals')
      .where({ day, scorecard_ref: scorecardRef })
      .whereIn(
        'owner_ref',
        gone.map(row => row.owner_ref),
      )
      .delete();
  }
  await insertRows(db, {
    table: 'daily_totals',
    columns: COLUMNS,
    rows: changed.map(row => ({ ...row })),
    onConflict: { key: ['scorecard_ref', 'day', 'owner_ref'] },
  });
  return changed.length + gone.length;
}

function isSame(
  row: DbDailyTotalsRow,
  stored: DbDailyTotalsRow | undefined,
): boolean {
  return (
    row.entities === stored?.entities &&
    row.levels === stored.levels &&
    row.statuses === stored.statuses &&
    row.score_pass === stored.score_pass &&
    row.score_total === stored.score_total
  );
}

function stringifySorted(counts: Record<string, number>): string {
  return JSON.stringify(Object.fromEntries(Object.entries(counts).sort()));
}

/** Sums of decimal weights, without binary noise that would look like a change. */
function round(weight: number): number {
  return Number(weight.toFixed(6));
}
