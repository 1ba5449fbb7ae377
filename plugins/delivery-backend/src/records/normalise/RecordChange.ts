import { DeliveryRecord } from '@fairlead/backstage-plugin-delivery-common';
import { StoredRecord } from '../store/lockRecords';
import { merge, ToldRecord } from './foldTold';

/** What becomes of a record by what was told of it. */
export interface RecordChange {
  told: ToldRecord;
  stored?: StoredRecord;
  record: DeliveryRecord;
  json: string;
  paths?: readonly string[];
  /** It says something else, or something more, than before. */
  isChanged: boolean;
  /** What the pull brought that had not been sent. */
  pull?: { id: string; found: 'missing' | 'different' };
}

/** Merges what was told of a record into what is stored of it. */
export function changeRecord(
  told: ToldRecord,
  stored: StoredRecord | undefined,
): RecordChange {
  const known = merge(stored?.record, told.sent);
  const record = told.pulled ? merge(known, told.pulled.record) : known!;
  const json = JSON.stringify(record);
  const paths = mergePaths(stored?.paths, told.paths);
  return {
    told,
    stored,
    record,
    json,
    paths,
    isChanged:
      !stored ||
      paths?.length !== stored.paths?.length ||
      (json !== stored.json && !isSame(stored.record, record)),
    pull: told.pulled && judgePull(told.pulled.pullId, known, record),
  };
}

function judgePull(
  id: string,
  known: DeliveryRecord | undefined,
  record: DeliveryRecord,
): RecordChange['pull'] {
  if (!known) {
    return { id, found: 'missing' };
  }
  const { occurredAt } = record;
  return isSame({ ...known, occurredAt }, record)
    ? undefined
    : { id, found: 'different' };
}

/** Whether two records say the same; how and when that was learned does not matter. */
function isSame(a: DeliveryRecord, b: DeliveryRecord): boolean {
  return substance(a) === substance(b);
}

function substance(record: DeliveryRecord): string {
  const { observedAt, provenance, asOf, ...rest } = record;
  return JSON.stringify(rest);
}

function mergePaths(
  stored: readonly string[] | undefined,
  told: ReadonlySet<string> | undefined,
): readonly string[] | undefined {
  return told ? [...new Set([...(stored ?? []), ...told])].sort() : stored;
}
