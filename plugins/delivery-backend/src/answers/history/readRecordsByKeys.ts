import {
  Change,
  DeliveryRecord,
  inferOrigin,
  OriginRule,
  recordKeyOf,
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
  options: { visibility: Visibility; originRules: readonly OriginRule[] },
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
  const records = await readStored(db, keys);
  const merges = await readMerges(db, records);
  const alerts = await settleStoredAlerts(db, records);
  return new Map(
    records.map(record => [
      record.key,
      {
        ...asShown(alerts.get(record.key) ?? record, change =>
          inferOrigin(change, {
            rules: options.originRules,
            parts: merges.get(change.key),
          }),
        ),
        entities: entities.get(record.key) ?? [],
      },
    ]),
  );
}

async function readStored(
  db: Knex,
  keys: readonly string[],
): Promise<DeliveryRecord[]> {
  const stored = db<DbRecordRow>('records').select('key', 'record');
  whereOneOf(stored, 'key', keys);
  return (await stored).map(row => JSON.parse(row.record));
}

/** The commits that merged requests, by the keys of these: they often tell alone who helped. */
async function readMerges(
  db: Knex,
  records: readonly DeliveryRecord[],
): Promise<Map<string, Change[]>> {
  const requests = new Map<string, string>();
  for (const record of records) {
    if (record.kind === 'change' && record.mergedAt && record.mergeSha) {
      const { kind, source, repo, mergeSha: sha } = record;
      requests.set(recordKeyOf({ kind, source, repo, sha }), record.key);
    }
  }
  const merges =
    requests.size > 0 ? await readStored(db, [...requests.keys()]) : [];
  return new Map(
    merges.map(merge => [requests.get(merge.key)!, [merge as Change]]),
  );
}

/** Without the people, a change with its origin, and a run that ended more than once as it ended last. */
function asShown(
  record: DeliveryRecord,
  originOf: (change: Change) => Change['origin'],
): DeliveryRecord {
  switch (record.kind) {
    case 'run': {
      const { startedBy, ...rest } = settleRun(record);
      return rest;
    }
    case 'change': {
      const { author, reviewers, approvers, reviews, trailers, ...rest } =
        record;
      const named = trailers?.filter(({ person }) => person === undefined);
      return {
        ...rest,
        ...(named?.length && { trailers: named }),
        origin: originOf(record),
      };
    }
    case 'incident': {
      const { responders, ...rest } = record;
      return rest;
    }
    default:
      return record;
  }
}
