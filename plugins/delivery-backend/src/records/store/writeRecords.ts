import { DeliveryRecord } from '@fairlead/backstage-plugin-delivery-common';
import { insertRows } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { spanOfRecord } from './spanOfRecord';

/** A record as it is written. */
export interface WrittenRecord {
  record: DeliveryRecord;
  /** The same as JSON. */
  json: string;
  paths?: readonly string[];
  position: number;
}

/** Writes records over what is stored of them; the caller holds their locks. */
export async function writeRecords(
  tx: Knex.Transaction,
  records: readonly WrittenRecord[],
): Promise<void> {
  await insertRows(tx, {
    table: 'records',
    columns: {
      key: 'text',
      kind: 'text',
      source: 'text',
      record: 'text',
      at: 'bigint',
      until: 'bigint',
      paths: 'text',
      position: 'bigint',
    },
    rows: records.map(({ record, json, paths, position }) => ({
      key: record.key,
      kind: record.kind,
      source: record.source,
      record: json,
      ...spanOfRecord(record),
      paths: paths ? JSON.stringify(paths) : null,
      position,
    })),
    onConflict: { key: ['key'] },
  });
}

/**
 * Takes so many positions in the feed and answers the last of them.
 *
 * @remarks
 *
 * The row stays locked until the transaction ends. So positions become visible in their order, and a reader of the feed
 * that has seen one has not missed a lower one. Whoever takes positions does so last.
 */
export async function takePositions(
  tx: Knex.Transaction,
  count: number,
): Promise<number> {
  const [{ last }] = await tx('feed_positions')
    .where('id', 1)
    .increment('last', count)
    .returning('last');
  return Number(last);
}
