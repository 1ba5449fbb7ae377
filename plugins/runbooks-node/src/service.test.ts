import { createBackendPlugin } from '@backstage/backend-plugin-api';
import {
  mockServices,
  registerMswTestHooks,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { RunbooksService, runbooksServiceRef } from './service';

const URL = 'http://localhost:7007/api/runbooks';

describe('runbooksServiceRef', () => {
  const server = setupServer();
  registerMswTestHooks(server);

  /** The service as a plugin that depends on it gets it. */
  async function start(): Promise<RunbooksService> {
    return new Promise((resolve, reject) => {
      const search = createBackendPlugin({
        pluginId: 'search',
        register(env) {
          env.registerInit({
            deps: { runbooks: runbooksServiceRef },
            init: async ({ runbooks }) => resolve(runbooks),
          });
        },
      });
      const discovery = mockServices.discovery.mock({
        getBaseUrl: async pluginId => `http://localhost:7007/api/${pluginId}`,
      });
      startTestBackend({
        features: [search, discovery.factory],
      }).catch(reject);
    });
  }

  it.each([
    ['readEntityValues', 'entity-values'],
    ['readSearchDocuments', 'search-documents'],
    ['readFinishedDrills', 'finished-drills'],
  ] as const)(
    '%s reads a page with credentials of the calling plugin',
    async (method, route) => {
      const seen: unknown[] = [];
      server.use(
        http.get(`${URL}/${route}`, ({ request }) => {
          const { search } = new globalThis.URL(request.url);
          seen.push([request.headers.get('authorization'), search]);
          return HttpResponse.json({ items: [{ id: '1' }], cursor: 'b c' });
        }),
      );
      const runbooks = await start();
      const { items, cursor } = await runbooks[method]();
      expect(items).toEqual([{ id: '1' }]);
      await runbooks[method]({ after: cursor, limit: 7 });
      const bearer = expect.stringMatching(/^Bearer .*runbooks/);
      expect(seen).toEqual([
        [bearer, ''],
        [bearer, '?after=b+c&limit=7'],
      ]);
    },
  );

  it('throws what the backend answers', async () => {
    server.use(
      http.get(`${URL}/entity-values`, () =>
        HttpResponse.json(
          { error: { name: 'NotAllowedError', message: 'No' } },
          { status: 403 },
        ),
      ),
    );
    const runbooks = await start();
    await expect(runbooks.readEntityValues()).rejects.toThrow('403');
  });
});
