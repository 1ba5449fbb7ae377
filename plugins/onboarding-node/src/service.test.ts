import { createBackendPlugin } from '@backstage/backend-plugin-api';
import {
  mockServices,
  registerMswTestHooks,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { OnboardingService, onboardingServiceRef } from './service';

const VALUES = 'http://localhost:7007/api/onboarding/values';

describe('onboardingServiceRef', () => {
  const server = setupServer();
  registerMswTestHooks(server);

  let backend: Awaited<ReturnType<typeof startTestBackend>>;
  let onboarding: OnboardingService;

  beforeAll(async () => {
    const scorecards = createBackendPlugin({
      pluginId: 'scorecards',
      register(env) {
        env.registerInit({
          deps: { service: onboardingServiceRef },
          init: async ({ service }) => {
            onboarding = service;
          },
        });
      },
    });
    const discovery = mockServices.discovery.mock({
      getBaseUrl: async pluginId => `http://localhost:7007/api/${pluginId}`,
    });
    backend = await startTestBackend({
      features: [scorecards, discovery.factory],
    });
  });

  afterAll(() => backend.stop());

  it('reads page after page with credentials of the calling plugin', async () => {
    const seen: unknown[] = [];
    server.use(
      http.get(VALUES, ({ request }) => {
        const { search } = new URL(request.url);
        seen.push([request.headers.get('authorization'), search]);
        return HttpResponse.json({ items: [{ id: '1' }], cursor: 'b c' });
      }),
    );
    const { items, cursor } = await onboarding.readValues();
    expect(items).toEqual([{ id: '1' }]);
    await onboarding.readValues({ after: cursor, limit: 7 });
    const bearer = expect.stringMatching(/^Bearer .*onboarding/);
    expect(seen).toEqual([
      [bearer, ''],
      [bearer, '?after=b+c&limit=7'],
    ]);
  });

  it('throws what the backend answers', async () => {
    server.use(
      http.get(VALUES, () =>
        HttpResponse.json(
          { error: { name: 'NotAllowedError', message: 'No' } },
          { status: 403 },
        ),
      ),
    );
    await expect(onboarding.readValues()).rejects.toThrow('403');
  });
});
