import {
  DeliveryRecord,
  normaliseRepository,
  RecordFields,
  recordKeyOf,
  renameRepositoriesInFields,
} from '../records';
import { FieldRule } from './fieldRules';
import { mergeRecords } from './mergeRecords';
import { RECORD_RULES } from './recordRules';

/**
 * When and how something was seen.
 *
 * @public
 */
export interface Sighting {
  /** The time that the payload speaks of. */
  occurredAt: string;
  /** The time of receipt. */
  observedAt: string;
  /** The way of intake, for example `github.webhook`. */
  via: string;
}

/**
 * Makes a record, as far as one delivery tells it, ready to be merged with what other deliveries tell. Repositories are
 * named in lower case from here on.
 *
 * @param told - what the delivery tells; a field that it does not tell is left out or undefined
 * @public
 */
export function observe<F extends RecordFields<DeliveryRecord>>(
  told: F,
  sighting: Sighting,
): Extract<DeliveryRecord, { kind: F['kind'] }> {
  const fields = renameRepositoriesInFields(told, ({ name }) =>
    normaliseRepository(name),
  );
  const rules = RECORD_RULES[fields.kind] as Record<string, FieldRule<any>>;
  const entries = Object.entries(fields).filter(
    ([, value]) => value !== undefined,
  );
  const record = {
    ...Object.fromEntries(entries),
    key: recordKeyOf(fields),
    occurredAt: sighting.occurredAt,
    observedAt: sighting.observedAt,
    provenance: [sighting.via],
    asOf: Object.fromEntries(
      entries
        .filter(([field]) => rules[field]?.stamped)
        .map(([field]) => [field, sighting.occurredAt]),
    ),
  } as unknown as Extract<DeliveryRecord, { kind: F['kind'] }>;
  return mergeRecords(record, record);
}
