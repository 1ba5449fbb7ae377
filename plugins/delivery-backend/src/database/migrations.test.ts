import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { createDatabase } from './createDatabase';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

jest.setTimeout(120_000);

const directory = resolvePackagePath(
  '@fairlead/backstage-plugin-delivery-backend',
  'migrations',
);

describe.each(databases.eachSupportedId())('migrations, %s', id => {
  it('make the schema, take it back, and make it again', async () => {
    const knex = await databases.init(id);
    const database = mockServices.database({ knex });
    await createDatabase(database);
    const backfill = {
      source: 'harbour',
      via: 'backfill',
      from: 1,
      to: 2,
      requested_at: 2,
    };
    await knex('pulls').insert([
      { ...backfill, id: '1', state: 'done' },
      { ...backfill, id: '2', state: 'running' },
    ]);
    await expect(
      knex('pulls').insert({ ...backfill, id: '3', state: 'queued' }),
    ).rejects.toMatchObject({ message: expect.stringMatching(/unique/i) });

    await knex.migrate.rollback({ directory }, true);
    expect(await knex.schema.hasTable('deliveries')).toBe(false);
    await createDatabase(database);
    expect(await knex.schema.hasTable('secrets')).toBe(true);
  });

  it('are left to others where the database service says so', async () => {
    const knex = await databases.init(id);
    await createDatabase(
      mockServices.database({ knex, migrations: { skip: true } }),
    );
    expect(await knex.schema.hasTable('deliveries')).toBe(false);
  });
});
