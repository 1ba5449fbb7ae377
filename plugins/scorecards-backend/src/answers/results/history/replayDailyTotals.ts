import {
  CheckStatus,
  DailyTotals,
} from '@fairlead/backstage-plugin-scorecards-common';
import { Knex } from 'knex';
import { whereOneOf } from '@fairlead/bulk-sql';
import { readStatuses } from '../../../database/storedChecks';
import { DbResultRow, DbTransitionRow } from '../../../database/tables';
import { restrictToVisibleResults } from '../../../catalog/visibility';
import { DailyTotalsQuery } from './DailyTotalsQuery';
import { addDays } from './days';
import { PastStanding } from './PastStanding';

const PAGE_SIZE = 10_000;

/**
 * Totals of the entities that the caller may see today, as those stood then: starts from their results of today and
 * takes their transitions back, newest first.
 *
 * @remarks
 *
 * Most entities stand today as they did all that time, or as they have since their first result. They are counted by the
 * database, and only the others are read one by one.
 */
export async function replayDailyTotals(
  options: DailyTotalsQuery,
): Promise<DailyTotals[]> {
  const { definitions, versions, scorecardRef, from, days } = options;
  const inForce = await definitions.listVersions(scorecardRef);
  const definitionOf = await versions.load(
    inForce.map(({ version }) => ({ scorecard_ref: scorecardRef, version })),
  );
  const since = days.endOfDay(from);
  const rows = await readStandingOfToday(options, since);
  const checksOf = await versions.load(rows);
  const toGroup = (row: StandingRow) => ({
    entityRef: row.entity_ref ?? undefined,
    entities: Number(row.entities),
    level: row.level,
    checkIds: checksOf(row)?.spec.checks.map(({ id }) => id) ?? [],
    statuses: readStatuses(row.statuses),
  });
  const standing = new PastStanding();
  rows.forEach(row => standing.add(toGroup(row)));
  const newcomers = rows
    .filter(row => row.entity_ref === null && row.since !== null)
    .sort((a, b) => Number(a.since) - Number(b.since));
  const transitions = transitionsBackwards(options, {
    entityRefs: rows.flatMap(row => row.entity_ref ?? []),
    since,
  });
  let next = await transitions.next();

  const today = days.dayOf(Date.now());
  const last = options.to < today ? options.to : today;
  const totals: DailyTotals[] = [];
  for (let day = last; day >= from; day = addDays(day, -1)) {
    const until = days.endOfDay(day);
    while (!next.done && Number(next.value.at) >= until) {
      takeBack(standing, next.value);
      next = await transitions.next();
    }
    while (newcomers.length > 0 && Number(newcomers.at(-1)!.since) >= until) {
      standing.remove(toGroup(newcomers.pop()!));
    }
    const version = inForce.findLast(each => each.since < until)?.version;
    const definition =
      version !== undefined &&
      definitionOf({ scorecard_ref: scorecardRef, version });
    if (definition) {
      totals.push(standing.totals(day, definition, until));
    }
  }
  return totals.filter(({ entities }) => entities).reverse();
}

type HistoricTransition = Pick<
  DbTransitionRow,
  'at' | 'check_id' | 'entity_ref' | 'from' | 'id'
> & { is_first: number | boolean };

function takeBack(standing: PastStanding, row: HistoricTransition): void {
  if (row.check_id !== null) {
    standing.setStatus(
      row.entity_ref,
      row.check_id,
      (row.from as CheckStatus | null) ?? undefined,
    );
  } else if (row.is_first) {
    standing.removeEntity(row.entity_ref);
  } else {
    standing.setLevel(row.entity_ref, row.from);
  }
}

/** Entities that stand alike today. */
type StandingRow = Pick<
  DbResultRow,
  'level' | 'scorecard_ref' | 'statuses' | 'version'
> & {
  /** Of a single one, some changes of which have to be taken back. */
  entity_ref: string | null;
  /** When those without a ref had their first result, if that is not before all that is asked for. */
  since: number | string | null;
  entities: number | string;
};

async function readStandingOfToday(
  options: DailyTotalsQuery,
  since: number,
): Promise<StandingRow[]> {
  const { db, scorecardRef } = options;
  const changes = db('transitions')
    .where('scorecard_ref', scorecardRef)
    .where('at', '>=', since)
    .groupBy('entity_ref')
    .select(
      'entity_ref',
      db.raw('min(at) as since'),
      db.raw('count(*) as changes'),
      db.raw('count(check_id) as checks'),
    );
  const isFirstResult = db.raw(
    `c.changes = 1 and c.checks = 0 and not exists (
       select 1 from transitions p
       where p.entity_ref = c.entity_ref and p.scorecard_ref = ? and p.check_id is null and p.at < ?
     )`,
    [scorecardRef, since],
  );
  const results = db('results as r')
    .join('entities as e', 'e.entity_ref', 'r.entity_ref')
    .leftJoin(changes.as('c'), 'c.entity_ref', 'r.entity_ref')
    .where('r.scorecard_ref', scorecardRef)
    .select(
      'r.scorecard_ref',
      'r.version',
      'r.level',
      'r.statuses',
      'c.since',
      db.raw(
        'case when c.entity_ref is null or (?) then null else r.entity_ref end as entity_ref',
        [isFirstResult],
      ),
    );
  restrict(results, options);
  const columns = [
    'scorecard_ref',
    'version',
    'level',
    'statuses',
    'since',
    'entity_ref',
  ];
  return db
    .from(results.as('s'))
    .groupBy(columns)
    .select<StandingRow[]>(...columns, db.raw('count(*) as entities'));
}

async function* transitionsBackwards(
  { db, scorecardRef }: DailyTotalsQuery,
  options: { entityRefs: readonly string[]; since: number },
): AsyncGenerator<HistoricTransition, undefined> {
  const { entityRefs, since } = options;
  if (entityRefs.length === 0) {
    return undefined;
  }
  let before: readonly [number, number] | undefined;
  do {
    const query = db('transitions as t')
      .where('t.scorecard_ref', scorecardRef)
      .where('t.at', '>=', since)
      .select<HistoricTransition[]>(
        't.at',
        't.check_id',
        't.entity_ref',
        't.from',
        't.id',
        // The first transition of an entity is its first result.
        db.raw(
          `t.check_id is null and not exists (
             select 1 from transitions p
             where p.entity_ref = t.entity_ref and p.scorecard_ref = t.scorecard_ref
               and p.check_id is null and (p.at, p.id) < (t.at, t.id)
           ) as is_first`,
        ),
      )
      .orderBy([
        { column: 't.at', order: 'desc' },
        { column: 't.id', order: 'desc' },
      ])
      .limit(PAGE_SIZE);
    whereOneOf(query, 't.entity_ref', entityRefs);
    if (before) {
      query.whereRaw('(t.at, t.id) < (?, ?)', before);
    }
    const rows = await query;
    yield* rows;
    const last = rows.at(PAGE_SIZE - 1);
    before = last && [Number(last.at), Number(last.id)];
  } while (before);
  return undefined;
}

function restrict(
  query: Knex.QueryBuilder,
  { visibility, owners }: DailyTotalsQuery,
): void {
  restrictToVisibleResults(query, visibility);
  if (owners) {
    whereOneOf(query, 'e.owner_ref', owners);
  }
}
