import { createBackendPlugin } from '@backstage/backend-plugin-api';
import {
  mockServices,
  registerMswTestHooks,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { ScorecardsService, scorecardsServiceRef } from './service';

const URL = 'http://localhost:7007/api/scorecards/facts';

describe('scorecardsServiceRef', () => {
  const server = setupServer();
  registerMswTestHooks(server);

  /** The service as a plugin that depends on it gets it. */
  async function start(): Promise<ScorecardsService> {
    return new Promise((resolve, reject) => {
      const delivery = createBackendPlugin({
        pluginId: 'delivery',
        register(env) {
          env.registerInit({
            deps: { scorecards: scorecardsServiceRef },
            init: async ({ scorecards }) => resolve(scorecards),
          });
        },
      });
      const discovery = mockServices.discovery.mock({
        getBaseUrl: async pluginId => `http://localhost:7007/api/${pluginId}`,
      });
      startTestBackend({
        features: [delivery, discovery.factory],
      }).catch(reject);
    });
  }

  const entry = (name: string, value: string = 'x') => ({
    entityRef: `component:default/${name}`,
    source: 'delivery',
    values: { 'delivery.text.kept': value },
  });

  it('sends facts with credentials of the calling plugin', async () => {
    let seen: unknown;
    server.use(
      http.post(URL, async ({ request }) => {
        seen = [request.headers.get('authorization'), await request.json()];
        return HttpResponse.json(
          { accepted: 1, rejected: [] },
          { status: 202 },
        );
      }),
    );
    const scorecards = await start();
    expect(await scorecards.putFacts([entry('a')])).toEqual({
      accepted: 1,
      rejected: [],
    });
    expect(seen).toEqual([
      expect.stringMatching(/^Bearer .*scorecards/),
      { facts: [entry('a')] },
    ]);
  });

  it('sends many or large entries in parts, and keeps their indexes', async () => {
    const sizes: number[] = [];
    server.use(
      http.post(URL, async ({ request }) => {
        const { facts } = (await request.json()) as { facts: unknown[] };
        sizes.push(facts.length);
        return HttpResponse.json({
          accepted: facts.length - 1,
          rejected: [{ index: 0, reason: 'first of its part' }],
        });
      }),
    );
    const scorecards = await start();
    const small = Array.from({ length: 501 }, (_, n) => entry(`s${n}`));
    const large = Array.from({ length: 3 }, (_, n) =>
      entry(`l${n}`, 'x'.repeat(300_000)),
    );
    const answer = await scorecards.putFacts([...small, ...large]);
    expect(sizes).toEqual([500, 2, 1, 1]);
    expect(answer.accepted).toBe(500);
    expect(answer.rejected.map(({ index }) => index)).toEqual([
      0, 500, 502, 503,
    ]);
  });

  it('throws what the backend answers', async () => {
    server.use(
      http.get(URL, () =>
        HttpResponse.json(
          { error: { name: 'NotAllowedError', message: 'No' } },
          { status: 403 },
        ),
      ),
    );
    const scorecards = await start();
    await expect(scorecards.listFacts()).rejects.toThrow('403');
  });

  it('lists the facts that scorecards may name', async () => {
    const items = [{ id: 'a.b.c', sources: ['x'], declared: false }];
    server.use(http.get(URL, () => HttpResponse.json({ items })));
    const scorecards = await start();
    expect(await scorecards.listFacts()).toEqual(items);
  });

  it('reads the facts of an entity, and none of one that is not known', async () => {
    const facts = [{ id: 'a.b.c', value: 1 }];
    server.use(
      http.get(`${URL}/group/default/known`, () =>
        HttpResponse.json({ entityRef: 'group:default/known', facts }),
      ),
      http.get(`${URL}/group/default/unknown`, () =>
        HttpResponse.json(
          { error: { name: 'NotFoundError' } },
          { status: 404 },
        ),
      ),
      http.get(`${URL}/group/default/broken`, () =>
        HttpResponse.json({ error: { name: 'Error' } }, { status: 500 }),
      ),
    );
    const scorecards = await start();
    expect(await scorecards.readFacts('group:default/known')).toEqual(facts);
    expect(await scorecards.readFacts('group:default/unknown')).toEqual([]);
    await expect(scorecards.readFacts('group:default/broken')).rejects.toThrow(
      '500',
    );
  });
});
