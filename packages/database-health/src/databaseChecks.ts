import {
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { setTimeout as sleep } from 'node:timers/promises';

/** A probe waits for a second or two; a database that takes longer is as good as away. */
const ANSWER_WITHIN = 1_000;

/**
 * Knows whether the databases of the plugins of this process answer.
 *
 * @public
 */
export interface DatabaseChecks {
  /** Has the database of a plugin asked from now on. */
  add(pluginId: string, knex: Knex): void;
  /** The plugins whose database does not answer right now. Never throws. */
  findAway(): Promise<string[]>;
}

/**
 * The databases of this process; each plugin adds its own.
 *
 * @public
 */
export const databaseChecksServiceRef = createServiceRef<DatabaseChecks>({
  id: 'database-health.checks',
  scope: 'root',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: {},
      factory: () => createDatabaseChecks(),
    }),
});

function createDatabaseChecks(): DatabaseChecks {
  const databases = new Map<string, Knex>();
  return {
    add: (pluginId, knex) => void databases.set(pluginId, knex),
    async findAway() {
      const pluginIds = [...databases.keys()];
      const answered = await Promise.all(
        [...databases.values()].map(answersInTime),
      );
      return pluginIds.filter((_, index) => !answered[index]);
    },
  };
}

async function answersInTime(knex: Knex): Promise<boolean> {
  const timer = new AbortController();
  const answered = knex.raw('select 1').then(
    () => true,
    () => false,
  );
  const late = sleep(ANSWER_WITHIN, false, timer).catch(() => false);
  const isInTime = await Promise.race([answered, late]);
  timer.abort();
  return isInTime;
}
