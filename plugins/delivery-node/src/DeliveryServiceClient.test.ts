import {
  mockCredentials,
  mockServices,
  registerMswTestHooks,
} from '@backstage/backend-test-utils';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { DeliveryServiceClient } from './DeliveryServiceClient';

describe('DeliveryServiceClient', () => {
  const server = setupServer();
  registerMswTestHooks(server);

  const discovery = mockServices.discovery();
  const client = DeliveryServiceClient.create({
    auth: mockServices.auth({ pluginId: 'onboarding' }),
    discovery,
  });
  const service = mockCredentials.service.header({
    onBehalfOf: mockCredentials.service('plugin:onboarding'),
    targetPluginId: 'delivery',
  });

  /** Answers with what was asked: whoever asks sees whether it was understood. */
  async function echo() {
    const baseUrl = await discovery.getBaseUrl('delivery');
    server.use(
      http.all(`${baseUrl}/*`, async ({ request }) =>
        HttpResponse.json({
          method: request.method,
          path: request.url.slice(baseUrl.length),
          body: request.body ? await request.json() : undefined,
          isService: request.headers.get('Authorization') === service,
        }),
      ),
    );
  }

  it.each<[string, () => Promise<unknown>, object]>([
    [
      'the feed',
      () => client.readFeed({ after: 'a', kinds: ['run', 'job'], limit: 5 }),
      { path: '/feed?after=a&kinds=run%2Cjob&limit=5' },
    ],
    [
      'the values of measures',
      () => client.readMeasureValues(),
      { path: '/measure-values?' },
    ],
    [
      'delivered changes',
      () => client.readDeliveredChanges({ after: 'a', limit: 5 }),
      { path: '/delivered-changes?after=a&limit=5' },
    ],
    [
      'what stands for users',
      () => client.readPeople({ userRefs: ['user:default/ann'] }),
      {
        method: 'POST',
        path: '/people',
        body: { userRefs: ['user:default/ann'] },
      },
    ],
  ])('asks for %s', async (_, ask, expected) => {
    await echo();
    await expect(ask()).resolves.toEqual({
      method: 'GET',
      isService: true,
      ...expected,
    });
  });
});
