import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { createDatabase } from './createDatabase';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

jest.setTimeout(120_000);

const directory = resolvePackagePath(
  '@fairlead/backstage-plugin-runbooks-backend',
  'migrations',
);

describe.each(databases.eachSupportedId())('migrations, %s', id => {
  it('make the schema, take it back, and make it again', async () => {
    const knex = await databases.init(id);
    const database = mockServices.database({ knex });
    await createDatabase(database);
    expect(await knex('runbooks')).toEqual([]);

    await knex.migrate.rollback({ directory }, true);
    expect(await knex.schema.hasTable('runbooks')).toBe(false);
    await createDatabase(database);
    expect(await knex.schema.hasTable('uses')).toBe(true);
  });

  it('tell of the drills before them that a person is known to have finished', async () => {
    const knex = await databases.init(id);
    await knex.migrate.up({ directory, name: '20261130120000_init.js' });
    const use = (useId: string, purpose: string) => ({
      id: useId,
      runbook_id: 'r',
      title: 'Disk full',
      purpose,
      labels: '{}',
      by_agent: false,
      started_by: 'user:default/mira',
      started_at: 1,
      finished_at: 2,
      steps: '[]',
      revision: 2,
    });
    await knex('uses').insert([
      use('verified', 'drill'),
      use('by whom', 'drill'),
      use('night', 'incident'),
    ]);
    await knex('verifications').insert(
      ['verified', 'night'].map(verification => ({
        id: verification,
        runbook_id: 'r',
        how: 'used',
        verified_by: 'user:default/mira',
        at: 2,
      })),
    );
    await createDatabase(mockServices.database({ knex }));
    const told = await knex('uses').whereNotNull('drill_told_at');
    expect(
      told.map(({ id: toldId, drill_told_at: at }) => [toldId, Number(at)]),
    ).toEqual([['verified', 2]]);
  });
});
