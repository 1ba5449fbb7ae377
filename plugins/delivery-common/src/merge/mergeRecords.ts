import { DeliveryRecord } from '../records';
import { FieldRule } from './fieldRules';
import { RECORD_RULES } from './recordRules';

type Fields = Record<string, unknown>;

function mergeField(
  rule: FieldRule<unknown>,
  field: string,
  sides: [DeliveryRecord, DeliveryRecord],
) {
  const held = sides
    .map(side => ({
      value: (side as unknown as Fields)[field],
      asOf: rule.stamped ? side.asOf[field] : undefined,
    }))
    .filter(({ value }) => value !== undefined);
  return held.length === 0
    ? undefined
    : rule.merge(held[0], held[held.length - 1]);
}

/**
 * Merges what two deliveries told of the same record.
 *
 * @remarks
 * The merge is commutative, associative and idempotent: however often and in whatever order the deliveries of a
 * record arrive, and from however many ways of intake, the record ends the same. Nothing is decided by the time of
 * arrival. Times are the earliest told, sets are united, the latest value of a changing field is the one with the
 * latest time in its payload, and a terminal status is never replaced by one that is not.
 *
 * @throws TypeError if the records have different keys
 * @public
 */
export function mergeRecords<R extends DeliveryRecord>(a: R, b: R): R {
  if (a.key !== b.key) {
    throw new TypeError(`Cannot merge record '${a.key}' with '${b.key}'`);
  }
  const fields: Fields = {};
  const asOf: Record<string, string> = {};
  for (const [field, rule] of Object.entries(RECORD_RULES[a.kind])) {
    const merged = mergeField(rule, field, [a, b]);
    if (merged) {
      fields[field] = merged.value;
      if (merged.asOf) {
        asOf[field] = merged.asOf;
      }
    }
  }
  return {
    kind: a.kind,
    key: a.key,
    ...fields,
    occurredAt: a.occurredAt >= b.occurredAt ? a.occurredAt : b.occurredAt,
    observedAt: a.observedAt <= b.observedAt ? a.observedAt : b.observedAt,
    provenance: [...new Set([...a.provenance, ...b.provenance])].sort(),
    asOf,
  } as unknown as R;
}

/**
 * Merges all records of the same key, and returns one record for each key, ordered by key.
 *
 * @public
 */
export function mergeAll(records: Iterable<DeliveryRecord>): DeliveryRecord[] {
  const merged = new Map<string, DeliveryRecord>();
  for (const record of records) {
    const known = merged.get(record.key);
    merged.set(record.key, known ? mergeRecords(known, record) : record);
  }
  return [...merged.values()].sort(
    (a, b) => Number(a.key > b.key) - Number(a.key < b.key),
  );
}
