import {
  Page,
  Waiver,
  WAIVER_SIDES,
  WaiverSide,
  WaiverState,
} from '@fairlead/backstage-plugin-scorecards-common';
import { whereOneOf } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { z } from 'zod';
import { cutPage, decodeCursor, SortText } from '@fairlead/backend-routes';
import { DbWaiverRow } from '../../database/tables';
import { restrictToVisibleResults, Visibility } from '../../catalog/visibility';
import { DecisionLog } from '../decisions/DecisionLog';
import { CURRENT_STATES } from './expireWaivers';
import { readWaivers, withoutDecisions } from './readWaivers';
import { WaiverFilter } from './WaiverStore';

/** When a waiver was asked for, and its id. */
const SortKey = z.tuple([z.int(), SortText]);

/** The owner of each side, in a query that joins the entity as `e` and the scorecard as `s`. */
const OWNER_COLUMNS: Record<WaiverSide, string> = {
  'entity-owner': 'e.owner_ref',
  'scorecard-owner': 's.owner_ref',
};

/** The waivers that the caller may see, newest first. */
export async function listWaivers(options: {
  db: Knex;
  filter?: WaiverFilter;
  limit: number;
  cursor?: string;
  log: DecisionLog;
  now: number;
  visibility: Visibility;
}): Promise<Page<Waiver>> {
  const { db, filter = {}, limit, now, visibility } = options;
  const list = ['waivers', ...Object.entries(filter).sort(byName)];
  const after = decodeCursor(list, SortKey, options.cursor);

  const all = db('waivers as w')
    .join('entities as e', 'e.entity_ref', 'w.entity_ref')
    .leftJoin('entities as s', 's.entity_ref', 'w.scorecard_ref');
  applyFilter(all, db, filter, now);
  restrictToVisibleResults(all, visibility, 'w');
  const page = all
    .clone()
    .select<DbWaiverRow[]>('w.*')
    .orderBy([
      { column: 'w.requested_at', order: 'desc' },
      { column: 'w.id', order: 'desc' },
    ])
    .limit(limit + 1);
  if (after) {
    page.whereRaw('(w.requested_at, w.id) < (?, ?)', after);
  }

  const [rows, [{ total }]] = await Promise.all([
    page,
    all.count({ total: '*' }),
  ]);
  const { shown, next } = cutPage(rows, {
    limit,
    list,
    keyOf: row => [Number(row.requested_at), row.id],
  });
  return {
    items: (await readWaivers(shown, options)).map(withoutDecisions),
    totalItems: Number(total),
    ...next,
  };
}

function byName([a]: [string, unknown], [b]: [string, unknown]): number {
  return a < b ? -1 : 1;
}

function applyFilter(
  query: Knex.QueryBuilder,
  db: Knex,
  filter: WaiverFilter,
  now: number,
): void {
  const columns = {
    'w.entity_ref': filter.entityRef,
    'w.scorecard_ref': filter.scorecardRef,
    'w.check_id': filter.checkId,
    'w.requested_by': filter.requestedBy,
    'w.request_id': filter.requestId,
  };
  for (const [column, value] of Object.entries(columns)) {
    if (value !== undefined) {
      query.where(column, value);
    }
  }
  if (filter.state) {
    whereState(query, filter.state, now);
  }
  if (filter.inEffect === true) {
    whereState(query, 'approved', now);
  } else if (filter.inEffect === false) {
    query.whereNot(inner => whereState(inner, 'approved', now));
  }
  if (filter.missing) {
    whereState(query, 'requested', now);
    query.whereNotExists(approvalsOf(db).where('d.side', filter.missing));
  }
  if (filter.waitingFor) {
    whereState(query, 'requested', now);
    whereWaitingFor(query, db, filter.waitingFor);
  }
}

/** The stored state knows nothing of the clock: what is over may still be open there. */
function whereState(
  query: Knex.QueryBuilder,
  state: WaiverState,
  now: number,
): void {
  switch (state) {
    case 'requested':
      query
        .whereIn('w.state', ['requested', 'renewing'])
        .where('w.expires_at', '>', now);
      break;
    case 'approved':
      query.where('w.state', state).where('w.expires_at', '>', now);
      break;
    case 'expired':
      query.where(inner =>
        inner
          .where('w.state', state)
          .orWhere(over =>
            over
              .whereIn('w.state', CURRENT_STATES)
              .where('w.expires_at', '<=', now),
          ),
      );
      break;
    default:
      query.where('w.state', state);
  }
}

function whereWaitingFor(
  query: Knex.QueryBuilder,
  db: Knex,
  person: NonNullable<WaiverFilter['waitingFor']>,
): void {
  const refs = [person.ref, ...person.ownershipRefs];
  query.where(sides => {
    for (const side of WAIVER_SIDES) {
      sides.orWhere(inner => {
        whereOneOf(inner, OWNER_COLUMNS[side], refs);
        inner.whereNotExists(approvalsOf(db).where('d.side', side));
      });
    }
  });
  // Whoever asked approves for one side at most, unless somebody else has approved as well.
  query.where(others =>
    others
      .whereNot('w.requested_by', person.ref)
      .orWhereNotExists(approvalsOf(db))
      .orWhereExists(approvalsOf(db).whereNot('d.actor', person.ref)),
  );
}

function approvalsOf(db: Knex): Knex.QueryBuilder {
  return db('decisions as d')
    .select(db.raw('1'))
    .where({ 'd.subject_kind': 'waiver', 'd.move': 'approve' })
    .whereRaw('d.subject_id = w.id');
}
