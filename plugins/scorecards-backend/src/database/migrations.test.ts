import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { createDatabase } from './createDatabase';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

jest.setTimeout(60_000);

const directory = resolvePackagePath(
  '@fairlead/backstage-plugin-scorecards-backend',
  'migrations',
);

describe.each(databases.eachSupportedId())('migrations, %s', id => {
  it('make the schema, take it back, and make it again', async () => {
    const knex = await databases.init(id);
    const database = mockServices.database({ knex });
    await createDatabase(database);
    await knex('entities').insert({
      entity_ref: 'component:default/ferry',
      uid: 'u',
      kind: 'component',
      etag: 'e',
      entity: '{}',
      changed_at: 1,
    });
    await knex('facts').insert({
      entity_ref: 'component:default/ferry',
      fact_id: 'harbour.hull.leaks',
      source: 'inspector',
      observed_at: 1,
    });
    await knex('entities').delete();
    expect(await knex('facts')).toEqual([]);

    await knex.migrate.rollback({ directory }, true);
    expect(await knex.schema.hasTable('entities')).toBe(false);
    await createDatabase(database);
    expect(await knex.schema.hasTable('waivers')).toBe(true);
  });

  it('are left to others where the database service says so', async () => {
    const knex = await databases.init(id);
    await createDatabase(
      mockServices.database({ knex, migrations: { skip: true } }),
    );
    expect(await knex.schema.hasTable('entities')).toBe(false);
  });
});
