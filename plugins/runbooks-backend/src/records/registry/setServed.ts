import {
  filterPredicateToFilterFunction,
  FilterPredicate,
} from '@backstage/filter-predicates';
import { whereOneOf } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { DbEntityRow, DbRunbookEntityRow } from '../../database/tables';
import { ChangedDefinition } from './registerDefinitions';
import { Touched } from './Touched';
import { writeRunbookEntities } from './writeRunbookEntities';

/** Kinds of entities that a runbook can serve, in lower case. */
export const SERVED_KINDS = [
  'api',
  'component',
  'domain',
  'resource',
  'system',
];

const PAGE_SIZE = 500;

/** Writes which entities these runbooks serve: those that they name, and those that fit their filters. */
export async function setServed(
  tx: Knex.Transaction,
  changed: readonly ChangedDefinition[],
  touched: Touched,
): Promise<void> {
  const query = tx<DbRunbookEntityRow>('runbook_entities').where(
    'origin',
    'entity',
  );
  whereOneOf(
    query,
    'runbook_id',
    changed.map(({ id }) => id),
  );
  const before: DbRunbookEntityRow[] = await query;
  const fitting = await findFitting(tx, changed);
  const after = changed.flatMap(({ id, definition }) =>
    [...new Set([...definition.serves, ...(fitting.get(id) ?? [])])].map(
      entityRef => ({
        runbook_id: id,
        entity_ref: entityRef,
        origin: 'entity' as const,
        title: null,
        url: null,
      }),
    ),
  );
  // Not only those that come or go: for the others its alerts or its tier may be new.
  [...before, ...after].forEach(row => touched.served.add(row.entity_ref));
  await writeRunbookEntities(tx, { before, after });
}

/** Whether an entity fits a filter. One that is no predicate fits nothing. */
export function compileFilter(
  filter: FilterPredicate,
): (entity: unknown) => boolean {
  try {
    return filterPredicateToFilterFunction(filter);
  } catch {
    return () => false;
  }
}

async function findFitting(
  tx: Knex.Transaction,
  changed: readonly ChangedDefinition[],
): Promise<Map<string, string[]>> {
  const filters = changed.flatMap(({ id, definition: { filter } }) =>
    filter ? [{ id, fits: compileFilter(filter) }] : [],
  );
  const fitting = new Map<string, string[]>(filters.map(({ id }) => [id, []]));
  for (let after = ''; filters.length > 0; ) {
    const page = await tx<DbEntityRow>('entities')
      .select('entity_ref', 'entity')
      .whereIn('kind', SERVED_KINDS)
      .where('entity_ref', '>', after)
      .orderBy('entity_ref')
      .limit(PAGE_SIZE);
    if (page.length === 0) {
      break;
    }
    for (const row of page) {
      const entity = JSON.parse(row.entity);
      filters
        .filter(({ fits }) => fits(entity))
        .forEach(({ id }) => fitting.get(id)!.push(row.entity_ref));
    }
    after = page[page.length - 1].entity_ref;
  }
  return fitting;
}
