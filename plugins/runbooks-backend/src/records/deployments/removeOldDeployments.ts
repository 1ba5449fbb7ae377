import { Knex } from 'knex';
import { DbDeploymentRow } from '../../database/tables';

/** Removes deployments that are older than what is kept. No verification that counts is as old. */
export async function removeOldDeployments(
  db: Knex,
  options: { keptFor: number; now: number },
): Promise<void> {
  await db<DbDeploymentRow>('deployments')
    .where('finished_at', '<', options.now - options.keptFor)
    .delete();
}
