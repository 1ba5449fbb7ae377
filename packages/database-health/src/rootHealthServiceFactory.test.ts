import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { startTestBackend } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import request from 'supertest';
import databaseHealth, { databaseChecksServiceRef } from '.';

jest.setTimeout(60_000);

/** A database that a test can take away. */
function createDatabase() {
  const state: { now: 'up' | 'away' | 'stuck' } = { now: 'up' };
  const raw = async () => {
    if (state.now === 'away') {
      throw new Error('connect ECONNREFUSED');
    }
    return state.now === 'stuck' ? new Promise(() => {}) : [];
  };
  return { state, knex: { raw } as unknown as Knex };
}

describe('readiness', () => {
  it('follows the databases of the plugins, and liveness does not', async () => {
    const [rolls, orders] = [createDatabase(), createDatabase()];
    const { server } = await startTestBackend({
      features: [
        databaseHealth,
        createBackendPlugin({
          pluginId: 'bakery',
          register(env) {
            env.registerInit({
              deps: {
                databases: databaseChecksServiceRef,
                health: coreServices.rootHealth,
                rootHttpRouter: coreServices.rootHttpRouter,
              },
              async init({ databases, health, rootHttpRouter }) {
                databases.add('rolls', rolls.knex);
                databases.add('orders', orders.knex);
                for (const name of ['Readiness', 'Liveness'] as const) {
                  rootHttpRouter.use(`/${name}`, async (_, response) => {
                    const { status, payload } = await health[`get${name}`]();
                    response.status(status).json(payload);
                  });
                }
              },
            });
          },
        }),
      ],
    });
    const ask = async (name: string) => {
      const { status, body } = await request(server).get(`/${name}`);
      return [status, body.message ?? body.status];
    };
    expect(await ask('Readiness')).toEqual([200, 'ok']);
    rolls.state.now = 'away';
    expect(await ask('Readiness')).toEqual([
      503,
      'The database does not answer: rolls',
    ]);
    orders.state.now = 'stuck';
    expect(await ask('Readiness')).toEqual([
      503,
      'The database does not answer: rolls, orders',
    ]);
    expect(await ask('Liveness')).toEqual([200, 'ok']);
    rolls.state.now = 'up';
    orders.state.now = 'up';
    expect(await ask('Readiness')).toEqual([200, 'ok']);
  });
});
