import {
  DeliveryRecord,
  settleRun,
} from '@fairlead/backstage-plugin-delivery-common';
import { whereOneOf } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { DbRecordRow } from '../../database/tables';
import { settleStoredAlerts } from '../../records/store/settleStoredAlerts';
import { restrictToVisible, Visibility } from '../../catalog/visibility';

/**
 * Reads records, with those of their entities that the caller may see, and without the people in them: who did what is
 * for nobody to look up.
 */
export async function readRecordsByKeys(
  db: Knex,
  keys: readonly string[],
  options: { visibility: Visibility },
): Promise<Map<string, DeliveryRecord>> {
  if (keys.length === 0) {
    return new Map();
  }
  const concerned = db('record_entities as re')
    .join('entities as e', 'e.entity_ref', 're.entity_ref')
    .orderBy('re.entity_ref')
    .select('re.record_key', 're.entity_ref');
  whereOneOf(concerned, 're.record_key', keys);
  restrictToVisible(concerned, options.visibility);
  const entities = new Map<string, string[]>();
  for (const { record_key: key, entity_ref: ref } of await concerned) {
    entities.set(key, [...(entities.get(key) ?? []), ref]);
  }
  const stored = db<DbRecordRow>('records').select('key', 'record');
  whereOneOf(stored, 'key', keys);
  const records: DeliveryRecord[] = (await stored).map(row =>
    JSON.parse(row.record),
  );
  const alerts = await settleStoredAlerts(db, records);
  return new Map(
    records.map(record => [
      record.key,
      {
        ...asShown(alerts.get(record.key) ?? record),
        entities: entities.get(record.key) ?? [],
      },
    ]),
  );
}

/** Without the people, and a run that ended more than once as it ended last. */
function asShown(record: DeliveryRecord): DeliveryRecord {
  switch (record.kind) {
    case 'run':
      return settleRun(record);
    case 'change': {
      const { author, ...rest } = record;
      return rest;
    }
    case 'incident': {
      const { responders, ...rest } = record;
      return rest;
    }
    default:
      return record;
  }
}
