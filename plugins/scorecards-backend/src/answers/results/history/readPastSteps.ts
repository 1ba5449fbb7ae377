import { Knex } from 'knex';
import { whereOneOf } from '@fairlead/bulk-sql';
import { DbResultRow } from '../../../database/tables';
import { restrictToVisibleResults } from '../../../catalog/visibility';
import { DailyTotalsQuery } from './DailyTotalsQuery';

/** Days of every time zone begin with a quarter of an hour: what happened within one happened on the same day. */
const QUARTER = 15 * 60 * 1000;

/** The next change of the same check, or of the level. */
const FOLLOWING =
  'over (partition by t.entity_ref, t.check_id order by t.at, t.id)';

/** Entities that stand alike today and had their first result at about the same time. */
export interface StandingRow
  extends Pick<DbResultRow, 'level' | 'statuses' | 'version'> {
  /** When they had their first result, to a quarter of an hour; null before the time that is asked for. */
  born: number | null;
  entities: number;
}

/** What changed for entities alike, and at about the same time. */
export interface StepRow {
  /** To a quarter of an hour. */
  at: number;
  /** As in {@link StandingRow}. */
  born: number | null;
  /** Null for the level. */
  checkId: string | null;
  from: string | null;
  to: string | null;
  /** From what their next change went; of the last change, undefined. */
  next: string | null | undefined;
  /** Of the last one, how they stand today. */
  today: Pick<DbResultRow, 'level' | 'statuses' | 'version'>;
  entities: number;
}

/** How the entities that the caller sees stand today; without a time, whenever they were born. */
export async function readStanding(
  options: DailyTotalsQuery,
  since?: number,
): Promise<StandingRow[]> {
  const { db } = options;
  const rows = await db
    .from(visibleResults(options, since).as('v'))
    .groupBy('v.version', 'v.level', 'v.statuses', 'quarter_born')
    .select(
      'v.version',
      'v.level',
      'v.statuses',
      db.raw(`v.born / ${QUARTER} as quarter_born`),
      db.raw('count(*) as entities'),
    );
  return rows.map(({ quarter_born: born, entities, ...row }) => ({
    ...row,
    born: toTime(born),
    entities: Number(entities),
  }));
}

/** What changed for them since then, in any order. Counted by the database: a change of many entities is one row. */
export async function readSteps(
  options: DailyTotalsQuery,
  since: number,
): Promise<StepRow[]> {
  const { db, scorecardRef } = options;
  const steps = db('transitions as t')
    .join(
      visibleResults(options, since).as('v'),
      'v.entity_ref',
      't.entity_ref',
    )
    .where('t.scorecard_ref', scorecardRef)
    .where('t.at', '>=', since)
    // The first result is no change: it is taken back by when the entity was born.
    .whereRaw('(t.check_id is not null or v.born is null or t.at <> v.born)')
    .select(
      't.at',
      't.check_id',
      't.from',
      't.to',
      'v.born',
      'v.version',
      'v.level',
      'v.statuses',
      db.raw(`lead(t.id) ${FOLLOWING} as next_id`),
      db.raw(`lead(??) ${FOLLOWING} as next_from`, ['t.from']),
    );
  const followed = db
    .from(steps.as('s'))
    .select(
      's.check_id',
      's.from',
      's.to',
      's.next_from',
      db.raw(`s.at / ${QUARTER} as quarter`),
      db.raw(`s.born / ${QUARTER} as quarter_born`),
      db.raw('case when s.next_id is null then 1 else 0 end as is_last'),
      ...['version', 'level', 'statuses'].map(column =>
        db.raw('case when s.next_id is null then ?? end as ??', [
          `s.${column}`,
          column,
        ]),
      ),
    );
  const columns = [
    'quarter',
    'quarter_born',
    'check_id',
    'from',
    'to',
    'next_from',
    'is_last',
    'version',
    'level',
    'statuses',
  ];
  const rows = await db
    .from(followed.as('f'))
    .groupBy(columns)
    .select(...columns, db.raw('count(*) as entities'));
  return rows.map(row => ({
    at: toTime(row.quarter)!,
    born: toTime(row.quarter_born),
    checkId: row.check_id,
    from: row.from,
    to: row.to,
    next: Number(row.is_last) ? undefined : row.next_from,
    today: row,
    entities: Number(row.entities),
  }));
}

/** The results of today that the caller sees, with when the entity had its first one if that was since. */
function visibleResults(
  { db, owners, scorecardRef, visibility }: DailyTotalsQuery,
  since?: number,
): Knex.QueryBuilder {
  const query = db('results as r')
    .join('entities as e', 'e.entity_ref', 'r.entity_ref')
    .where('r.scorecard_ref', scorecardRef)
    .select('r.entity_ref', 'r.version', 'r.level', 'r.statuses');
  if (since === undefined) {
    query.select(db.raw('cast(null as bigint) as born'));
  } else {
    const births = db('transitions')
      .where('scorecard_ref', scorecardRef)
      .whereNull('check_id')
      .groupBy('entity_ref')
      .havingRaw('min(at) >= ?', [since])
      .select('entity_ref', db.raw('min(at) as born'));
    query
      .leftJoin(births.as('b'), 'b.entity_ref', 'r.entity_ref')
      .select('b.born');
  }
  restrictToVisibleResults(query, visibility);
  if (owners) {
    whereOneOf(query, 'e.owner_ref', owners);
  }
  return query;
}

function toTime(quarter: number | string | null): number | null {
  return quarter === null ? null : Number(quarter) * QUARTER;
}
