import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  ConflictError,
  InputError,
  ServiceUnavailableError,
} from '@backstage/errors';
import request from 'supertest';
import { z } from 'zod';
import { createRouteRouter } from './createRouteRouter';
import { defineRoute } from './Route';

jest.setTimeout(60_000);

/** As knex writes them: the statement with its values, and then what the database said. */
const ofDatabase = (code: string, said: string) =>
  Object.assign(
    new Error(`insert into "rolls" ("note") values ('secret') - ${said}`),
    { code },
  );

const ERRORS: Record<string, () => Error> = {
  refused: () =>
    Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5432'), {
      code: 'ECONNREFUSED',
    }),
  stopped: () => ofDatabase('57P01', 'terminating connection'),
  full: () => ofDatabase('53100', 'could not extend file: No space left'),
  sqliteFull: () => ofDatabase('SQLITE_FULL', 'database or disk is full'),
  pool: () =>
    ofDatabase('', 'Timeout acquiring a connection. The pool is probably full'),
  otherBackend: () =>
    Object.assign(new Error('Request failed with 500'), {
      name: 'ResponseError',
      statusCode: 500,
    }),
  nobodyThere: () =>
    Object.assign(new TypeError('fetch failed'), {
      cause: Object.assign(new Error(), { code: 'ECONNREFUSED' }),
    }),
  unexpected: () => ofDatabase('22P02', 'invalid input syntax for bigint'),
  sqlite: () => ofDatabase('SQLITE_CONSTRAINT', 'NOT NULL constraint failed'),
  binding: () => new TypeError(ofDatabase('', 'can only bind').message),
  input: () => new InputError('The bag was aborted - send another'),
  conflict: () => new ConflictError('Sold already'),
  busy: () => new ServiceUnavailableError('The oven is full'),
};

describe('an error of a route', () => {
  let get: (error: string) => Promise<request.Response>;
  const rootLogger = mockServices.rootLogger.mock({
    child: () => rootLogger,
  });

  beforeAll(async () => {
    const { server } = await startTestBackend({
      features: [
        rootLogger.factory,
        createBackendPlugin({
          pluginId: 'bakery',
          register(env) {
            env.registerInit({
              deps: {
                httpAuth: coreServices.httpAuth,
                httpRouter: coreServices.httpRouter,
              },
              async init({ httpAuth, httpRouter }) {
                const route = defineRoute({
                  operationId: 'bake',
                  summary: 'Fails',
                  method: 'get',
                  path: '/rolls/:error',
                  params: z.strictObject({ error: z.string() }),
                  response: { description: 'Never', content: {} },
                  handle: async ({ params }) => {
                    throw ERRORS[params.error]();
                  },
                });
                httpRouter.use(
                  createRouteRouter([route], {
                    httpAuth,
                    info: {
                      pluginId: 'bakery',
                      version: '1.0.0',
                      description: '',
                    },
                  }),
                );
              },
            });
          },
        }),
      ],
    });
    get = async error => request(server).get(`/api/bakery/rolls/${error}`);
  });

  it.each([
    ['refused', 'The database'],
    ['stopped', 'The database'],
    ['full', 'The database'],
    ['sqliteFull', 'The database'],
    ['pool', 'The database'],
    ['otherBackend', 'Another backend of the portal'],
    ['nobodyThere', 'Another backend of the portal'],
  ])('says when to ask again: %s', async (error, who) => {
    const { status, headers, body } = await get(error);
    expect(status).toBe(503);
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    expect(body.error).toEqual({
      name: 'ServiceUnavailableError',
      message: `${who} does not answer; try again in a moment`,
    });
  });

  it.each(['unexpected', 'sqlite', 'binding'])(
    'tells neither answers nor logs what was to be written: %s',
    async error => {
      const { status, text } = await get(error);
      expect(status).toBe(500);
      expect(text).toContain('logId=');
      expect(text).not.toMatch(/insert|secret/);
      const [, logged] = rootLogger.error.mock.calls.at(-1)!;
      expect(String((logged as Error).stack)).not.toMatch(/insert|secret/);
    },
  );

  it.each([
    ['input', 400, 'The bag was aborted - send another'],
    ['conflict', 409, 'Sold already'],
    ['busy', 503, 'The oven is full'],
  ])(
    'is answered as it is where it was meant: %s',
    async (error, code, text) => {
      const { status, body } = await get(error);
      expect(status).toBe(code);
      expect(body.error.message).toBe(text);
    },
  );
});
