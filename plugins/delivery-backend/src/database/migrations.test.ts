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

  it('keep what earlier versions stored, forward and back', async () => {
    const knex = await databases.init(id);
    await knex.migrate.up({ directory });
    await knex('records').insert({
      key: 'change:test:Acme/Shop:7',
      kind: 'change',
      source: 'test',
      record: '{}',
      at: 1,
      until: 2,
      position: 1,
    });
    await knex('record_subjects').insert({
      subject_id: 1,
      record_key: 'change:test:Acme/Shop:7',
    });
    await createDatabase(mockServices.database({ knex }));
    const [record] = await knex('records');
    expect(record).toMatchObject({ record: '{}', subjects_at: null });
    expect(Boolean(record.withdrawn)).toBe(false);
    expect(Number((await knex('record_subjects'))[0].told_at)).toBe(0);
    // Names of repositories may be stored in upper case.
    expect(await knex('renamings').pluck('name')).toEqual(['']);

    for (;;) {
      const [, undone] = await knex.migrate.down({ directory });
      if (String(undone).includes('follow_repositories')) {
        break;
      }
    }
    expect(await knex('records').pluck('record')).toEqual(['{}']);
    expect(await knex('record_subjects').pluck('subject_id')).toHaveLength(1);
    expect(await knex.schema.hasTable('renamings')).toBe(false);
  });

  it('are left to others where the database service says so', async () => {
    const knex = await databases.init(id);
    await createDatabase(
      mockServices.database({ knex, migrations: { skip: true } }),
    );
    expect(await knex.schema.hasTable('deliveries')).toBe(false);
  });
});
