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

const PAGE_SIZE = 1000;

/**
 * Totals of the entities that the caller may see today, as those stood then: starts from their results of today and
 * takes their transitions back, newest first.
 */
export async function replayDailyTotals(
  options: DailyTotalsQuery,
): Promise<DailyTotals[]> {
  const { definitions, versions, scorecardRef, from, days } = options;
  const inForce = await definitions.listVersions(scorecardRef);
  const definitionOf = await versions.load(
    inForce.map(({ version }) => ({ scorecard_ref: scorecardRef, version })),
  );
  const standing = await readStandingOfToday(options);
  const transitions = transitionsBackwards(options, days.endOfDay(from));
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
    const version = inForce.findLast(({ since }) => since < until)?.version;
    const definition =
      version !== undefined &&
      definitionOf({ scorecard_ref: scorecardRef, version });
    if (definition) {
      totals.push(standing.totals(day, definition, until));
    }
  }
  return totals.filter(({ entities }) => entities).reverse();
}

type HistoricTransition = DbTransitionRow & { is_first: number | boolean };

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

async function readStandingOfToday(
  options: DailyTotalsQuery,
): Promise<PastStanding> {
  const { db, scorecardRef, versions } = options;
  const query = db('results as r')
    .join('entities as e', 'e.entity_ref', 'r.entity_ref')
    .where('r.scorecard_ref', scorecardRef)
    .select<DbResultRow[]>(
      'r.scorecard_ref',
      'r.entity_ref',
      'r.version',
      'r.level',
      'r.statuses',
    );
  restrict(query, options, 'r');
  const rows = await query;
  const definitionOf = await versions.load(rows);

  const standing = new PastStanding();
  for (const row of rows) {
    standing.addEntity({
      entityRef: row.entity_ref,
      level: row.level,
      checkIds: definitionOf(row)?.spec.checks.map(({ id }) => id) ?? [],
      statuses: readStatuses(row.statuses),
    });
  }
  return standing;
}

async function* transitionsBackwards(
  options: DailyTotalsQuery,
  since: number,
): AsyncGenerator<HistoricTransition, undefined> {
  const { db, scorecardRef } = options;
  let before: readonly [number, number] | undefined;
  do {
    const query = db('transitions as t')
      .join('entities as e', 'e.entity_ref', 't.entity_ref')
      .where('t.scorecard_ref', scorecardRef)
      .where('t.at', '>=', since)
      .select<HistoricTransition[]>(
        't.*',
        // The first transition of an entity is its first result.
        db.raw(
          `not exists (
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
    restrict(query, options, 't');
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
  alias: string,
): void {
  restrictToVisibleResults(query, visibility, alias);
  if (owners) {
    whereOneOf(query, 'e.owner_ref', owners);
  }
}
