import {
  Alert,
  DeliveryRecord,
  settleAlerts,
} from '@fairlead/backstage-plugin-delivery-common';
import { rowsOf } from '@fairlead/bulk-sql';
import { Knex } from 'knex';

/**
 * Of each alert among records, by key, the alert as it is to be shown by all that is stored of its fingerprint:
 * `settleAlerts` says how.
 */
export async function settleStoredAlerts(
  db: Knex,
  records: readonly DeliveryRecord[],
): Promise<Map<string, Alert>> {
  const alerts = records.filter(
    (record): record is Alert => record.kind === 'alert',
  );
  if (alerts.length === 0) {
    return new Map();
  }
  const stored = await readSameAlerts(
    db,
    alerts.map(({ key }) => key),
  );
  const all = new Map([...stored, ...alerts].map(alert => [alert.key, alert]));
  return settleAlerts([...all.values()]);
}

/**
 * All alerts with the fingerprints of those with these keys. Their keys differ in what follows the last colon, the start, which
 * begins with a digit: that is a range of the index, in whatever order the database has it.
 */
export async function readSameAlerts(
  db: Knex,
  keys: readonly string[],
): Promise<Alert[]> {
  const prefixes = new Set(
    keys.map(key => key.slice(0, key.lastIndexOf(':') + 1)),
  );
  if (prefixes.size === 0) {
    return [];
  }
  const rows: { record: string }[] = await db
    .select('a.record')
    .from(
      rowsOf(
        db,
        { prefix: 'text' },
        [...prefixes].map(prefix => ({ prefix })),
      ),
    )
    .join('records as a', join =>
      join
        .on(db.raw("a.key > r.prefix || '0'"))
        .andOn(db.raw("a.key < r.prefix || '9'"))
        .andOn(db.raw('substr(a.key, 1, length(r.prefix)) = r.prefix')),
    )
    // Records that are being stored for the first time have no row yet.
    .whereNot('a.record', '');
  return rows.map(({ record }) => JSON.parse(record));
}
