import {
  DatabaseService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { isPostgres } from '@fairlead/bulk-sql';
import { openDatabase } from '@fairlead/database-health';
import { Knex } from 'knex';

/** The plugin's database with the schema of this version. */
export async function createDatabase(database: DatabaseService): Promise<Knex> {
  const knex = await openDatabase(database, {
    directory: resolvePackagePath(
      '@fairlead/backstage-plugin-delivery-backend',
      'migrations',
    ),
  });
  if (!isPostgres(knex)) {
    // Every delivery is a separate write: with a write-ahead log it costs microseconds, without one it waits for the disk.
    await knex.raw('pragma journal_mode = wal');
  }
  return knex;
}
