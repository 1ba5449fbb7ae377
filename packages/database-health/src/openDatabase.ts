import { DatabaseService } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { setTimeout as sleep } from 'node:timers/promises';
import { isTransient } from './isTransient';

/**
 * What the later of two replicas meets that make the same database at once: a name is taken that was free a moment ago,
 * or two changes of the same row of PostgreSQL's own tables.
 */
const TAKEN = /^(23505|40001|40P01|42P04|42P06|42P07|42710|XX000)$/;

/** Longer than the migrations of an upgrade take on a large database, shorter than an orchestrator waits for a start. */
const PATIENCE = 60_000;

/**
 * The database of a plugin, with the schema of this version.
 *
 * @remarks
 *
 * Replicas that start together on a new database all make it: whoever is late tries again and finds it made.
 *
 * @param options - `directory` holds the migrations; `patience` is for how many milliseconds it is tried
 * @public
 */
export async function openDatabase(
  database: DatabaseService,
  options: { directory: string; patience?: number },
): Promise<Knex> {
  const { directory, patience = PATIENCE } = options;
  const deadline = Date.now() + patience;
  for (;;) {
    try {
      const knex = await database.getClient();
      if (!database.migrations?.skip) {
        await knex.migrate.latest({ directory });
      }
      return knex;
    } catch (error) {
      if (
        Date.now() > deadline ||
        !(isOthersWork(error) || isTransient(error))
      ) {
        throw error;
      }
      // With jitter, so that replicas do not retry at the same moment.
      await sleep(200 + Math.random() * 800);
    }
  }
}

function isOthersWork(error: unknown): boolean {
  const { code, name } = error as { code?: unknown; name?: unknown };
  return name === 'MigrationLocked' || TAKEN.test(String(code));
}
