import { TestDatabases } from '@backstage/backend-test-utils';
import { startOnboarding } from './__testUtils__/startOnboarding';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

describe.each(databases.eachSupportedId())('the plugin, %s', id => {
  it('starts with an empty database and reads the catalog', async () => {
    const db = await databases.init(id);
    const backend = await startOnboarding({
      db,
      entities: [
        {
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'User',
          metadata: { name: 'ann', uid: 'uid-ann' },
        },
      ],
    });
    await backend.sync();
    expect(await db('entities').pluck('entity_ref')).toEqual([
      'user:default/ann',
    ]);
    await backend.stop();
  });
});
