import { createBackendPlugin } from '@backstage/backend-plugin-api';
import {
  mockServices,
  startTestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { setImmediate as others } from 'node:timers/promises';
import { startsInTurn } from './startsInTurn';

jest.setTimeout(120_000);

const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });

/** Notes how many backends start at a time. */
function createPlugin() {
  const seen = { now: 0, most: 0, started: 0 };
  const plugin = createBackendPlugin({
    pluginId: 'bakery',
    register(env) {
      env.registerInit({
        deps: {},
        async init() {
          seen.now += 1;
          seen.most = Math.max(seen.most, seen.now);
          for (let i = 0; i < 100; i += 1) {
            await others();
          }
          seen.now -= 1;
          seen.started += 1;
        },
      });
    },
  });
  return { plugin, seen };
}

async function startThree(database: object) {
  const { plugin, seen } = createPlugin();
  await Promise.all(
    Array.from({ length: 3 }, () =>
      startTestBackend({
        features: [
          startsInTurn,
          plugin,
          mockServices.rootConfig.factory({ data: { backend: { database } } }),
        ],
      }),
    ),
  );
  return seen;
}

describe('backends', () => {
  it.each(databases.eachSupportedId())(
    'start one after the other on one database, %s',
    async id => {
      const knex = await databases.init(id);
      const { connection } = knex.client.config;
      expect(
        await startThree({
          client: 'pg',
          pluginDivisionMode: 'schema',
          connection: { ...connection, password: connection.password },
        }),
      ).toMatchObject({ started: 3, most: 1 });
    },
  );

  it('start where there is nothing to wait for', async () => {
    expect(
      await startThree({ client: 'better-sqlite3', connection: ':memory:' }),
    ).toMatchObject({ started: 3 });
  });

  it('start although the database cannot be asked', async () => {
    expect(
      await startThree({
        client: 'pg',
        connection: { host: '127.0.0.1', port: 1, user: 'nobody' },
      }),
    ).toMatchObject({ started: 3 });
  });
});
