import {
  DeliveryRecord,
  RecordKind,
} from '@fairlead/backstage-plugin-delivery-common';
import { insertRows, isPostgres, whereOneOf } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { DbRecordRow } from '../../database/tables';

/** A record as it is stored. */
export interface StoredRecord {
  record: DeliveryRecord;
  /** The same as JSON. */
  json: string;
  paths?: readonly string[];
  position: number;
}

/** What it takes to lock a record that may not be there yet. */
export interface RecordName {
  key: string;
  kind: RecordKind;
  source: string;
}

/**
 * Locks records until the transaction ends, those as well that do not exist yet, and answers those that do.
 *
 * @remarks
 *
 * A record that is new gets a stub, which another worker that has the same record in hand waits for; so nothing is
 * merged with anything but the newest. All workers insert all their stubs before they lock any row, and do both in the
 * order of the keys: they may wait for each other, and never in a circle. Whoever calls this writes over the stubs, or
 * takes the transaction back.
 *
 * @param names - in the order of the keys
 */
export async function lockRecords(
  tx: Knex.Transaction,
  names: readonly RecordName[],
): Promise<Map<string, StoredRecord>> {
  const known = await readKnownKeys(tx, names);
  const inserted = await insertRows(tx, {
    table: 'records',
    columns: {
      key: 'text',
      kind: 'text',
      source: 'text',
      record: 'text',
      at: 'bigint',
      until: 'bigint',
    },
    rows: names
      .filter(({ key }) => !known.has(key))
      .map(name => ({ ...name, record: '', at: 0, until: 0 })),
    onConflict: { key: ['key'], ignore: true },
    returning: 'key',
  });
  const stubs = new Set(inserted.map(({ key }) => key));
  const others = names.filter(({ key }) => !stubs.has(key));
  const locked = await readLocked(
    tx,
    others.map(({ key }) => key),
  );
  if (locked.size < others.length) {
    // Retention may have removed some of them meanwhile.
    const gone = others.filter(({ key }) => !locked.has(key));
    (await lockRecords(tx, gone)).forEach((one, key) => locked.set(key, one));
  }
  return locked;
}

async function readKnownKeys(
  tx: Knex.Transaction,
  names: readonly RecordName[],
): Promise<Set<string>> {
  const query = tx<DbRecordRow>('records').select('key');
  whereOneOf(
    query,
    'key',
    names.map(({ key }) => key),
  );
  return new Set((await query).map(({ key }) => key));
}

async function readLocked(
  tx: Knex.Transaction,
  keys: readonly string[],
): Promise<Map<string, StoredRecord>> {
  if (keys.length === 0) {
    return new Map();
  }
  const query = tx<DbRecordRow>('records')
    .select('key', 'record', 'paths', 'position')
    .orderBy('key');
  whereOneOf(query, 'key', keys);
  const rows = await (isPostgres(tx) ? query.forNoKeyUpdate() : query);
  return new Map(
    rows.map(row => [
      row.key,
      {
        record: JSON.parse(row.record),
        json: row.record,
        paths: row.paths === null ? undefined : JSON.parse(row.paths),
        position: Number(row.position),
      },
    ]),
  );
}
