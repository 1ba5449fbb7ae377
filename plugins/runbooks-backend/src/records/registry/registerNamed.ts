import { Entity } from '@backstage/catalog-model';
import {
  NamedRunbook,
  pageKeyOf,
  readNamedRunbooks,
  titleOfAddress,
} from '@fairlead/backstage-plugin-runbooks-common';
import { insertRows, RowColumns, whereOneOf } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import {
  DbAlertRow,
  DbRunbookEntityRow,
  DbRunbookRow,
} from '../../database/tables';
import { readFilters, RunbookFilter } from './readFilters';
import { DueEntity } from './registerPage';
import { runbookIdOf } from './runbookId';
import { SERVED_KINDS } from './setServed';
import { settleRunbooks } from './settleRunbooks';
import { Touched } from './Touched';
import { writeRunbookEntities } from './writeRunbookEntities';

const COLUMNS = {
  id: 'text',
  key: 'text',
  title: 'text',
  tier: 'text',
  text_from: 'text',
  url_key: 'text',
  hash: 'text',
  created_at: 'bigint',
  changed_at: 'bigint',
} satisfies RowColumns;

interface Named extends NamedRunbook {
  entityRef: string;
}

/** Registers the runbooks that these entities and their alerts name, and those whose filters they fit. */
export async function registerNamed(
  tx: Knex.Transaction,
  entities: readonly DueEntity[],
  options: { now: number; portalUrl?: string; touched: Touched },
): Promise<void> {
  const { touched } = options;
  const filters = await readFilters(tx);
  const before = await readStored(tx, entities, filters);
  const named = await readNamed(tx, entities, options);
  const idOf = await createRunbooks(tx, named, options);
  const changed = await writeRunbookEntities(tx, {
    before,
    after: [
      ...uniqueRows(named, idOf),
      ...entities.flatMap(entity => fittingRows(entity, filters)),
    ],
  });
  changed.forEach(row => touched.served.add(row.entity_ref));
  await settleRunbooks(
    tx,
    // Of all of them: an owner may be new where nothing else is.
    [...before.map(row => row.runbook_id), ...named.map(idOf)],
    options,
  );
}

/** What these entities say, and which filters they fit. What runbooks say of entities stays as it is. */
async function readStored(
  tx: Knex.Transaction,
  entities: readonly DueEntity[],
  filters: readonly RunbookFilter[],
): Promise<DbRunbookEntityRow[]> {
  const query = tx<DbRunbookEntityRow>('runbook_entities');
  whereOneOf(
    query,
    'entity_ref',
    entities.map(row => row.entity_ref),
  );
  const isOfFilter = new Set(filters.map(({ id }) => id));
  const rows: DbRunbookEntityRow[] = await query;
  return rows.filter(
    row => row.origin !== 'entity' || isOfFilter.has(row.runbook_id),
  );
}

async function readNamed(
  tx: Knex.Transaction,
  entities: readonly DueEntity[],
  options: { portalUrl?: string },
): Promise<Named[]> {
  const query = tx<DbAlertRow>('alerts')
    .distinct('entity_ref', 'told_url')
    .whereNotNull('told_url')
    .orderBy(['entity_ref', 'told_url']);
  whereOneOf(
    query,
    'entity_ref',
    entities.map(row => row.entity_ref),
  );
  const told = (await query) as Pick<DbAlertRow, 'entity_ref' | 'told_url'>[];
  return entities.flatMap(({ entity_ref: entityRef, entity }) =>
    readNamedRunbooks(JSON.parse(entity) as Entity, {
      ...options,
      toldUrls: told
        .filter(row => row.entity_ref === entityRef)
        .map(row => row.told_url!),
    }).map(one => ({ ...one, entityRef })),
  );
}

/**
 * Sees to it that there is a runbook for each address: that of the `Runbook` entity at the address, or at its page, or
 * one of its own.
 */
async function createRunbooks(
  tx: Knex.Transaction,
  named: readonly Named[],
  options: { now: number },
): Promise<(named: NamedRunbook) => string> {
  const { now } = options;
  const keys = new Set(
    named.flatMap(({ address: { key } }) => [key, pageKeyOf(key)]),
  );
  const query = tx<DbRunbookRow>('runbooks')
    .select('id', 'url_key')
    .whereNotNull('entity_ref')
    .orderBy('entity_ref', 'desc');
  whereOneOf(query, 'url_key', [...keys]);
  // The first by name stands last, and so holds where several entities have one address.
  const entities = new Map(
    ((await query) as DbRunbookRow[]).map(row => [row.url_key, row.id]),
  );
  const idOf = ({ address: { key } }: NamedRunbook) =>
    entities.get(key) ?? entities.get(pageKeyOf(key)) ?? runbookIdOf(key);

  const own = new Map(
    named
      .filter(one => idOf(one) === runbookIdOf(one.address.key))
      .map(one => [one.address.key, one.address]),
  );
  await insertRows(tx, {
    table: 'runbooks',
    columns: COLUMNS,
    rows: [...own.values()].map(address => ({
      id: runbookIdOf(address.key),
      key: address.key,
      title: titleOfAddress(address),
      tier: 'normal',
      text_from: address.techdocs ? 'techdocs' : 'url',
      url_key: address.key,
      hash: '',
      created_at: now,
      changed_at: now,
    })),
    onConflict: { key: ['id'], ignore: true },
  });
  return idOf;
}

/** Two addresses that lead to the same runbook are said once. */
function uniqueRows(
  named: readonly Named[],
  idOf: (named: NamedRunbook) => string,
): DbRunbookEntityRow[] {
  const rows = new Map<string, DbRunbookEntityRow>();
  for (const one of named) {
    const row = {
      runbook_id: idOf(one),
      entity_ref: one.entityRef,
      origin: one.origin,
      title: one.title ?? null,
      url: one.address.url ?? null,
    };
    const key = `${row.runbook_id} ${row.origin} ${row.entity_ref}`;
    if (!rows.has(key)) {
      rows.set(key, row);
    }
  }
  return [...rows.values()];
}

function fittingRows(
  { entity_ref: entityRef, entity, kind }: DueEntity,
  filters: readonly RunbookFilter[],
): DbRunbookEntityRow[] {
  const parsed = JSON.parse(entity);
  return filters
    .filter(
      ({ fits, serves }) =>
        serves.includes(entityRef) ||
        (SERVED_KINDS.includes(kind) && fits(parsed)),
    )
    .map(({ id }) => ({
      runbook_id: id,
      entity_ref: entityRef,
      origin: 'entity' as const,
      title: null,
      url: null,
    }));
}
