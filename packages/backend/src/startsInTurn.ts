import { DatabaseManager } from '@backstage/backend-defaults/database';
import {
  coreServices,
  createServiceFactory,
  createServiceRef,
  LoggerService,
  RootConfigService,
  RootLifecycleService,
} from '@backstage/backend-plugin-api';
import { describeDatabaseError } from '@fairlead/database-health';
import { Knex } from 'knex';
import { setTimeout as sleep } from 'node:timers/promises';

/** Every portal has it. */
const PLUGIN = 'catalog';

/** Known to all replicas, and to nobody else who locks something there. */
const LOCK = 0x66616972;

/** Milliseconds. Longer than a start takes with migrations to run; whoever waited so long starts beside the other. */
const PATIENCE = 180_000;
const ASK_EVERY = 500;

const startsInTurnServiceRef = createServiceRef<{}>({
  id: 'backend.starts-in-turn',
  scope: 'root',
});

/**
 * Lets replicas on one PostgreSQL start one after the other: Backstage's own migrations fail where two processes run them
 * at once on a new database, or after an upgrade, and a backend of which one plugin failed does not start.
 */
export const startsInTurn = createServiceFactory({
  service: startsInTurnServiceRef,
  initialization: 'always',
  deps: {
    config: coreServices.rootConfig,
    lifecycle: coreServices.rootLifecycle,
    logger: coreServices.rootLogger,
  },
  async factory(deps) {
    if (deps.config.getOptionalString('backend.database.client') === 'pg') {
      await waitForTurn(deps);
    }
    return {};
  },
});

/** Never throws: a backend that cannot wait starts as if there were no others. */
async function waitForTurn(deps: {
  config: RootConfigService;
  lifecycle: RootLifecycleService;
  logger: LoggerService;
}): Promise<void> {
  const { config, lifecycle, logger } = deps;
  try {
    const knex = await DatabaseManager.fromConfig(config)
      .forPlugin(PLUGIN, deps)
      .getClient();
    const endTurn = await takeTurn(knex);
    // A backend that fails to start exits, and releases its lock.
    lifecycle.addStartupHook(async () => {
      await endTurn();
      await knex.destroy();
    });
  } catch (error) {
    logger.warn(
      `This backend starts without waiting for others: ${describeDatabaseError(
        error,
      )}`,
    );
  }
}

/**
 * Asks again and again rather than in one statement that waits, and in no transaction: indexes of the catalog are made
 * concurrently, which waits for all statements and transactions that were begun before.
 */
async function takeTurn(knex: Knex): Promise<() => Promise<void>> {
  const connection = await knex.client.acquireConnection();
  const ask = async (statement: string) => {
    const { rows } = await knex
      .raw(`select ${statement}(?) as yes`, [LOCK])
      .connection(connection);
    return rows[0].yes;
  };
  const deadline = Date.now() + PATIENCE;
  while (!(await ask('pg_try_advisory_lock')) && Date.now() < deadline) {
    await sleep(ASK_EVERY);
  }
  return async () => {
    await ask('pg_advisory_unlock');
    await knex.client.releaseConnection(connection);
  };
}
