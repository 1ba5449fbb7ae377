import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { startTestBackend } from '@backstage/backend-test-utils';
import request from 'supertest';
import { z } from 'zod';
import { createRouteRouter } from './createRouteRouter';
import { defineRoute } from './Route';

const bySelf = z.object({ by: z.string() });

const describeThing = (method: 'get' | 'post' | 'patch') => ({
  operationId: `${method}Thing`,
  summary: `Tells that it was asked by ${method}`,
  method,
  path: '/things/:id',
  response: {
    description: 'The method',
    content: { 'application/json': bySelf },
  },
  handle: async () => ({ by: method }),
});

const change = z.strictObject({ done: z.boolean() });

const things = createBackendPlugin({
  pluginId: 'things',
  register(env) {
    env.registerInit({
      deps: {
        http: coreServices.httpRouter,
        httpAuth: coreServices.httpAuth,
      },
      async init({ http, httpAuth }) {
        http.use(
          createRouteRouter(
            [
              defineRoute(describeThing('get')),
              defineRoute({ ...describeThing('post'), body: change }),
              defineRoute({ ...describeThing('patch'), body: change }),
            ],
            {
              httpAuth,
              info: {
                pluginId: 'things',
                version: '1.0.0',
                description: 'Things',
              },
            },
          ),
        );
      },
    });
  },
});

describe('createRouteRouter', () => {
  let server: Awaited<ReturnType<typeof startTestBackend>>['server'];

  beforeAll(async () => {
    ({ server } = await startTestBackend({ features: [things] }));
  });

  it.each(['post', 'patch'] as const)(
    'reads and checks the body of a route of the method %s',
    async method => {
      const { body } = await request(server)
        [method]('/api/things/things/1')
        .send({ done: true })
        .expect(200);
      expect(body).toEqual({ by: method });
      await request(server)
        [method]('/api/things/things/1')
        .send({ done: 1 })
        .expect(400);
    },
  );

  it('describes all methods of a path', async () => {
    const { body } = await request(server)
      .get('/api/things/openapi.json')
      .expect(200);
    const operations = body.paths['/things/{id}'];
    expect(Object.keys(operations)).toEqual(['get', 'post', 'patch']);
    for (const method of ['post', 'patch']) {
      expect(operations[method].requestBody.content).toHaveProperty([
        'application/json',
        'schema',
        'properties',
        'done',
      ]);
    }
  });
});
