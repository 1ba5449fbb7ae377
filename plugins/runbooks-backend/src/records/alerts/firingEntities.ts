import { insertRows, RowColumns, rowsOf, whereOneOf } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { DbFiringEntityRow } from '../../database/tables';

/** A firing on one of the entities that it is about. */
export type FiringOnEntity = Pick<
  DbFiringEntityRow,
  'firing_key' | 'entity_ref' | 'alert'
> & { starts_at: number; ends_at: number | null; may_page: boolean };

const COLUMNS = {
  firing_key: 'text',
  entity_ref: 'text',
  alert: 'text',
  starts_at: 'bigint',
  ends_at: 'bigint',
  may_page: 'boolean',
} satisfies RowColumns;

/** Makes the stored rows of these firings what they should be. Answers those that were not, before and after. */
export async function replaceFiringEntities(
  tx: Knex.Transaction,
  firingKeys: readonly string[],
  wanted: readonly FiringOnEntity[],
): Promise<FiringOnEntity[]> {
  const stored = await readStored(tx, firingKeys);
  const storedByName = new Map(stored.map(row => [nameOf(row), row]));
  const written = wanted.filter(row => {
    const before = storedByName.get(nameOf(row));
    return !before || JSON.stringify(before) !== JSON.stringify(row);
  });
  const changed = new Set(written.map(nameOf));
  const kept = new Set(wanted.map(nameOf));
  const dropped = stored.filter(row => !kept.has(nameOf(row)));
  await dropRows(tx, dropped);
  await insertRows(tx, {
    table: 'firing_entities',
    columns: COLUMNS,
    rows: written,
    onConflict: { key: ['firing_key', 'entity_ref'] },
  });
  return [
    ...written,
    ...dropped,
    ...stored.filter(row => changed.has(nameOf(row))),
  ];
}

async function readStored(
  tx: Knex.Transaction,
  firingKeys: readonly string[],
): Promise<FiringOnEntity[]> {
  const query = tx<DbFiringEntityRow>('firing_entities').select('*');
  whereOneOf(query, 'firing_key', firingKeys);
  const rows = (await query) as DbFiringEntityRow[];
  return rows.map(row => ({
    firing_key: row.firing_key,
    entity_ref: row.entity_ref,
    alert: row.alert,
    starts_at: Number(row.starts_at),
    ends_at: row.ends_at === null ? null : Number(row.ends_at),
    may_page: Boolean(row.may_page),
  }));
}

async function dropRows(
  tx: Knex.Transaction,
  rows: readonly FiringOnEntity[],
): Promise<void> {
  if (rows.length > 0) {
    const names = rows.map(({ firing_key, entity_ref }) => ({
      firing_key,
      entity_ref,
    }));
    await tx('firing_entities')
      .whereIn(
        ['firing_key', 'entity_ref'],
        tx
          .select('r.firing_key', 'r.entity_ref')
          .from(rowsOf(tx, { firing_key: 'text', entity_ref: 'text' }, names)),
      )
      .delete();
  }
}

function nameOf({ firing_key: key, entity_ref: ref }: FiringOnEntity): string {
  return JSON.stringify([key, ref]);
}
