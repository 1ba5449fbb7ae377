import { isPostgres } from '@fairlead/bulk-sql';
import { Knex } from 'knex';

/** Any number, the same in all replicas. */
const REGISTRY = 7_206_115;

/**
 * Keeps others from registering until the transaction ends: one of them would take a runbook out that the other one is
 * just given a new name of. Before any row is locked, so that nobody waits in a circle.
 */
export async function lockRegistry(tx: Knex.Transaction): Promise<void> {
  // SQLite has one writer at a time and needs no lock.
  if (isPostgres(tx)) {
    await tx.raw('select pg_advisory_xact_lock(?)', [REGISTRY]);
  }
}
