import {
  DeliveryRecord,
  mergeAll,
} from '@fairlead/backstage-plugin-delivery-common';

/** Merges records, and leaves out what only says how they came. */
export function mergedOf(records: readonly DeliveryRecord[]) {
  return mergeAll(records).map(
    ({ provenance, observedAt, ...told }) => told as Record<string, any>,
  );
}

/** Records as one text. */
export const canonicalRecords = (records: unknown[]) => JSON.stringify(records);
