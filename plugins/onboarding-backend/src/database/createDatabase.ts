import {
  DatabaseService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { openDatabase } from '@fairlead/database-health';
import { Knex } from 'knex';

/** The plugin's database with the schema of this version. */
export async function createDatabase(database: DatabaseService): Promise<Knex> {
  return openDatabase(database, {
    directory: resolvePackagePath(
      '@fairlead/backstage-plugin-onboarding-backend',
      'migrations',
    ),
  });
}
