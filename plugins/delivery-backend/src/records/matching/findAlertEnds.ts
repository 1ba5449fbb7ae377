import { DeliveryRecord } from '@fairlead/backstage-plugin-delivery-common';
import { Knex } from 'knex';
import {
  readSameAlerts,
  settleStoredAlerts,
} from '../store/settleStoredAlerts';
import { queueRecords } from './queueRecords';

/** Of alerts among records, the keys of those that are but the end of another one. */
export async function findAlertEnds(
  tx: Knex.Transaction,
  records: readonly DeliveryRecord[],
): Promise<Set<string>> {
  const settled = await settleStoredAlerts(tx, records);
  return new Set(
    [...settled]
      .filter(([key, alert]) => alert.key !== key)
      .map(([key]) => key),
  );
}

/**
 * Puts alerts that are being stored up for being matched again, with all others of their fingerprints: these may have
 * become ends of them, and what others are storing at the same time is not seen yet.
 */
export async function queueAlerts(
  tx: Knex.Transaction,
  records: readonly DeliveryRecord[],
  options: { now: number },
): Promise<void> {
  const alerts = records.filter(({ kind }) => kind === 'alert');
  await queueRecords(
    tx,
    alerts.map(({ key }) => key),
    options,
  );
}

/** The keys, and those of all alerts that share a fingerprint with one of them. */
export async function withSameAlerts(
  tx: Knex.Transaction,
  keys: readonly string[],
): Promise<string[]> {
  const alerts = await readSameAlerts(
    tx,
    keys.filter(key => key.startsWith('alert:')),
  );
  return [...new Set([...keys, ...alerts.map(({ key }) => key)])];
}
