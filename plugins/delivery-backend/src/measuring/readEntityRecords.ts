import {
  DeliveryRecord,
  RecordKind,
} from '@fairlead/backstage-plugin-delivery-common';
import { createPauses } from '@fairlead/background-work';
import { Knex } from 'knex';

const PAGE_SIZE = 2_000;
const NO_STAMPS = {};

/**
 * Reads the records of an entity, page by page.
 *
 * @remarks
 *
 * Each is told to concern this entity alone: whatever else shares a record must not decide to which service its
 * deployments belong. What no measure reads is dropped, since there can be very many of them.
 *
 * @param options - `from` and `to` in milliseconds since the epoch; records that tell of a time between them
 */
export async function readEntityRecords(
  db: Knex,
  options: {
    entityRef: string;
    kinds: readonly RecordKind[];
    from?: number;
    to?: number;
    keep?: (record: DeliveryRecord) => boolean;
  },
): Promise<DeliveryRecord[]> {
  const { entityRef, kinds, from, to, keep = () => true } = options;
  const entities = [entityRef];
  const records: DeliveryRecord[] = [];
  const pauses = createPauses();
  let after = '';
  for (;;) {
    const query = db('record_entities as re')
      .join('records as r', 'r.key', 're.record_key')
      .where('re.entity_ref', entityRef)
      .where('re.record_key', '>', after)
      .whereIn('re.kind', [...kinds])
      .orderBy('re.record_key')
      .limit(PAGE_SIZE)
      .select<{ key: string; record: string }[]>('r.key', 'r.record');
    if (from !== undefined) {
      query.where('re.until', '>=', from);
    }
    if (to !== undefined) {
      query.where('re.at', '<', to);
    }
    const rows = await query;
    for (const row of rows) {
      const record: DeliveryRecord = JSON.parse(row.record);
      if (keep(record)) {
        records.push({
          ...record,
          entities,
          provenance: [],
          asOf: NO_STAMPS,
        });
      }
      await pauses.ifDue();
    }
    if (rows.length < PAGE_SIZE) {
      return records;
    }
    after = rows[rows.length - 1].key;
  }
}
