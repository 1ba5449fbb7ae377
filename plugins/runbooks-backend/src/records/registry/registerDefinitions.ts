import { Entity } from '@backstage/catalog-model';
import {
  isRunbookEntity,
  readRunbookDefinition,
  RunbookDefinition,
} from '@fairlead/backstage-plugin-runbooks-common';
import { insertRows, RowColumns, whereOneOf } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { DbRunbookAlertRow, DbRunbookRow } from '../../database/tables';
import { storeEntityTexts } from '../copies';
import { findNaming } from './findNaming';
import { DueEntity } from './registerPage';
import { digestOf, runbookIdOf } from './runbookId';
import { setProbes } from './setProbes';
import { setServed } from './setServed';
import { Touched } from './Touched';

const COLUMNS = {
  id: 'text',
  key: 'text',
  entity_ref: 'text',
  title: 'text',
  owner_ref: 'text',
  tier: 'text',
  text_from: 'text',
  url: 'text',
  url_key: 'text',
  techdocs: 'text',
  serves: 'text',
  time_to_live: 'bigint',
  hash: 'text',
  created_at: 'bigint',
  changed_at: 'bigint',
} satisfies RowColumns;

const ALERT_COLUMNS = {
  runbook_id: 'text',
  pattern: 'text',
  is_glob: 'boolean',
} satisfies RowColumns;

/** A definition that changed, beside what it was. */
export interface ChangedDefinition {
  id: string;
  definition: RunbookDefinition;
}

/** Puts the `Runbook` entities among these into the registry. */
export async function registerDefinitions(
  tx: Knex.Transaction,
  entities: readonly DueEntity[],
  options: { now: number; portalUrl?: string; touched: Touched },
): Promise<void> {
  const { touched } = options;
  const runbooks = entities
    .filter(({ kind }) => kind === 'runbook')
    .flatMap(row => {
      const entity: Entity = JSON.parse(row.entity);
      return isRunbookEntity(entity)
        ? [
            {
              id: runbookIdOf(row.entity_ref),
              row,
              definition: readRunbookDefinition(entity, options),
            },
          ]
        : [];
    });
  if (runbooks.length === 0) {
    return;
  }
  const stored = await readStored(
    tx,
    runbooks.map(({ id }) => id),
  );
  const changed = runbooks
    .map(({ id, row, definition }) => ({
      id,
      definition,
      row: toRow(id, row, definition, options.now),
      before: stored.get(id),
    }))
    .filter(({ row, before }) => row.hash !== before?.hash);

  await insertRows(tx, {
    table: 'runbooks',
    columns: COLUMNS,
    rows: changed.map(({ row }) => row),
    onConflict: {
      key: ['id'],
      set: { created_at: 'runbooks.created_at' },
    },
  });
  await setAlerts(tx, changed, touched);
  await setServed(tx, changed, touched);
  await setProbes(
    tx,
    changed.map(({ row }) => row),
    options,
  );
  const moved = changed.filter(
    ({ row, before }) => row.url_key !== (before?.url_key ?? null),
  );
  await findNaming(
    tx,
    {
      urlKeys: moved.map(({ row }) => row.url_key),
      runbookIds: moved.map(({ id }) => id),
    },
    touched,
  );
  await storeEntityTexts(
    tx,
    runbooks.map(({ id, definition }) => ({ id, ...definition })),
    options,
  );
  // Of all of them: their texts, and what the catalog says of them, are no part of the definition.
  runbooks.forEach(({ id }) => touched.runbooks.add(id));
}

async function readStored(
  tx: Knex.Transaction,
  ids: string[],
): Promise<Map<string, Pick<DbRunbookRow, 'id' | 'hash' | 'url_key'>>> {
  const rows = await tx<DbRunbookRow>('runbooks')
    .select('id', 'hash', 'url_key')
    .whereIn('id', ids);
  return new Map(rows.map(row => [row.id, row]));
}

function toRow(
  id: string,
  { entity_ref: entityRef, owner_ref: ownerRef }: DueEntity,
  definition: RunbookDefinition,
  now: number,
) {
  const { address, alerts, filter, serves, ...own } = definition;
  const told = {
    title: own.title,
    owner_ref: ownerRef,
    tier: own.tier,
    text_from: own.textFrom,
    url: address?.url ?? null,
    url_key: address?.key ?? null,
    techdocs: address?.techdocs ? JSON.stringify(address.techdocs) : null,
    serves: filter ? JSON.stringify({ entities: serves, filter }) : null,
    time_to_live: own.timeToLive ?? null,
  };
  return {
    id,
    key: entityRef,
    entity_ref: entityRef,
    ...told,
    hash: digestOf([told, alerts, serves]),
    created_at: now,
    changed_at: now,
  };
}

async function setAlerts(
  tx: Knex.Transaction,
  changed: readonly ChangedDefinition[],
  touched: Touched,
): Promise<void> {
  const before = tx<DbRunbookAlertRow>('runbook_alerts');
  whereOneOf(
    before,
    'runbook_id',
    changed.map(({ id }) => id),
  );
  const patterns: string[] = await before.clone().pluck('pattern');
  patterns.forEach(pattern => touched.alerts.add(pattern));
  await before.delete();
  const rows = changed.flatMap(({ id, definition }) =>
    definition.alerts.map(pattern => ({
      runbook_id: id,
      pattern,
      is_glob: /[*?]/.test(pattern),
    })),
  );
  rows.forEach(({ pattern }) => touched.alerts.add(pattern));
  await insertRows(tx, {
    table: 'runbook_alerts',
    columns: ALERT_COLUMNS,
    rows,
  });
}
