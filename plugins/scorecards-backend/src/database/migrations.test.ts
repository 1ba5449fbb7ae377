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
      hash: 'e',
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

  it('keep what earlier versions stored, forward and back', async () => {
    const knex = await databases.init(id);
    await knex.migrate.up({ directory });
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
    await createDatabase(mockServices.database({ knex }));
    // An empty hash has it read again, and its terms written.
    expect(await knex('entities')).toMatchObject([
      { hash: '', entity: '{}', missing_since: null },
    ]);

    for (;;) {
      const [, undone] = await knex.migrate.down({ directory });
      if (String(undone).includes('catalog_copy')) {
        break;
      }
    }
    expect(await knex('entities')).toMatchObject([{ etag: '', entity: '{}' }]);
    expect(await knex('facts')).toHaveLength(1);
    expect(await knex.schema.hasTable('entity_terms')).toBe(false);
  });

  it('are left to others where the database service says so', async () => {
    const knex = await databases.init(id);
    await createDatabase(
      mockServices.database({ knex, migrations: { skip: true } }),
    );
    expect(await knex.schema.hasTable('entities')).toBe(false);
  });
});
