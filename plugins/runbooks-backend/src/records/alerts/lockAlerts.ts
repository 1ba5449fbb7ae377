import { isPostgres } from '@fairlead/bulk-sql';
import { Knex } from 'knex';

/** Any number, the same in all replicas. */
const ALERTS = 7_206_113;

/**
 * Keeps others from changing firings until the transaction ends: what one of them comes to depends on those beside it, so
 * two writers at once would each miss what the other one writes.
 */
export async function lockAlerts(tx: Knex.Transaction): Promise<void> {
  // SQLite has one writer at a time and needs no lock.
  if (isPostgres(tx)) {
    await tx.raw('select pg_advisory_xact_lock(?)', [ALERTS]);
  }
}
