import {
  RunbookCandidate,
  RunbookOrigin,
} from '@fairlead/backstage-plugin-runbooks-common';
import { whereOneOf } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import {
  DbBoolean,
  DbRunbookAlertRow,
  DbRunbookEntityRow,
  DbRunbookRow,
} from '../../database/tables';

type CandidateRow = Pick<
  DbRunbookRow,
  'id' | 'entity_ref' | 'url_key' | 'resolves'
> & { serves_none: DbBoolean };

import { indexByName } from './indexByName';

/** A `Runbook` that says of nothing in particular that it serves it. */
const SERVES_NONE = `(r.entity_ref is not null and r.serves is null and not exists (
  select 1 from runbook_entities as s where s.runbook_id = r.id and s.origin = 'entity'
))`;

/** The runbooks that may be the ones for certain alerts on certain entities. */
export interface Candidates {
  /** Those for an alert on an entity; either may be left out. */
  of(options: { alert?: string; entityRef?: string }): RunbookCandidate[];
}

/**
 * Reads, in three queries, the runbooks that serve any of these entities, and those that name any of these alerts and serve
 * nothing in particular. Where no entity is asked for, whatever they serve does not matter.
 *
 * @param options - `restrict` leaves of `runbooks as r` those that a reader may see
 */
export async function readCandidates(
  db: Knex,
  options: {
    alerts: readonly string[];
    entityRefs: readonly string[];
    restrict?: (query: Knex.QueryBuilder) => void;
  },
): Promise<Candidates> {
  const serving = await readServing(db, options.entityRefs);
  const runbooks = await readRunbooks(db, {
    ...options,
    ids: [...new Set(serving.map(({ runbook_id: id }) => id))],
  });
  const patterns = await readPatterns(
    db,
    runbooks.map(({ id }) => id),
  );
  const origins = new Map<string, Map<string, RunbookOrigin[]>>();
  for (const { entity_ref: ref, runbook_id: id, origin } of serving) {
    const ofEntity = origins.get(ref) ?? new Map<string, RunbookOrigin[]>();
    origins.set(ref, ofEntity.set(id, [...(ofEntity.get(id) ?? []), origin]));
  }
  const toCandidate = (
    row: CandidateRow,
    served: RunbookOrigin[],
  ): RunbookCandidate => ({
    id: row.id,
    patterns: patterns.get(row.id) ?? [],
    isEntity: row.entity_ref !== null,
    origins: served,
    servesNone: Boolean(row.serves_none),
    urlKey: row.url_key ?? undefined,
    resolves: row.resolves,
  });
  const byId = new Map(runbooks.map(row => [row.id, row]));
  const byName = indexByName(
    runbooks.filter(row => row.serves_none).map(row => toCandidate(row, [])),
  );
  return {
    of({ alert, entityRef }) {
      const served = entityRef ? origins.get(entityRef) : undefined;
      const here = [...(served ?? [])].flatMap(([id, found]) => {
        const row = byId.get(id);
        return row ? toCandidate(row, found) : [];
      });
      const anywhere = alert === undefined ? [] : byName(alert);
      return [...here, ...anywhere.filter(({ id }) => !served?.has(id))];
    },
  };
}

async function readServing(
  db: Knex,
  entityRefs: readonly string[],
): Promise<Pick<DbRunbookEntityRow, 'entity_ref' | 'runbook_id' | 'origin'>[]> {
  const query = db<DbRunbookEntityRow>('runbook_entities').select(
    'entity_ref',
    'runbook_id',
    'origin',
  );
  whereOneOf(query, 'entity_ref', entityRefs);
  return query;
}

async function readRunbooks(
  db: Knex,
  options: {
    alerts: readonly string[];
    entityRefs: readonly string[];
    ids: readonly string[];
    restrict?: (query: Knex.QueryBuilder) => void;
  },
): Promise<CandidateRow[]> {
  const servesNone =
    options.entityRefs.length === 0 ? 'r.entity_ref is not null' : SERVES_NONE;
  const query = db('runbooks as r')
    .select(
      'r.id',
      'r.entity_ref',
      'r.url_key',
      'r.resolves',
      db.raw(`(${servesNone}) as serves_none`),
    )
    .where(either => {
      either.where(serving => whereOneOf(serving, 'r.id', options.ids));
      either.orWhere(naming =>
        naming
          .whereExists(named => {
            named
              .select(db.raw('1'))
              .from('runbook_alerts as n')
              .whereRaw('n.runbook_id = r.id')
              .where(name => {
                name.where(exact =>
                  whereOneOf(exact, 'n.pattern', options.alerts),
                );
                name.orWhere('n.is_glob', true);
              });
          })
          .whereRaw(servesNone),
      );
    });
  options.restrict?.(query);
  return query;
}

async function readPatterns(
  db: Knex,
  runbookIds: readonly string[],
): Promise<Map<string, string[]>> {
  const query = db<DbRunbookAlertRow>('runbook_alerts').select(
    'runbook_id',
    'pattern',
  );
  whereOneOf(query, 'runbook_id', runbookIds);
  const patterns = new Map<string, string[]>();
  for (const {
    runbook_id: id,
    pattern,
  } of (await query) as DbRunbookAlertRow[]) {
    patterns.set(id, [...(patterns.get(id) ?? []), pattern]);
  }
  return patterns;
}
