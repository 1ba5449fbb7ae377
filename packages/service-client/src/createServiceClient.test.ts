import {
  mockCredentials,
  mockServices,
  registerMswTestHooks,
} from '@backstage/backend-test-utils';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { createServiceClient } from './createServiceClient';

describe('createServiceClient', () => {
  const server = setupServer();
  registerMswTestHooks(server);

  const discovery = mockServices.discovery();
  const ask = createServiceClient({
    auth: mockServices.auth({ pluginId: 'runbooks' }),
    discovery,
    pluginId: 'delivery',
  });

  it('asks as the service that it is', async () => {
    server.use(
      http.post(
        `${await discovery.getBaseUrl('delivery')}/notes`,
        async ({ request }) =>
          HttpResponse.json({
            authorization: request.headers.get('Authorization'),
            query: new URL(request.url).search,
            body: await request.json(),
          }),
      ),
    );
    const response = await ask('/notes?limit=1', {
      method: 'POST',
      body: '["a"]',
    });
    expect(await response.json()).toEqual({
      authorization: mockCredentials.service.header({
        onBehalfOf: mockCredentials.service('plugin:runbooks'),
        targetPluginId: 'delivery',
      }),
      query: '?limit=1',
      body: ['a'],
    });
  });

  it('asks for somebody', async () => {
    server.use(
      http.get(
        `${await discovery.getBaseUrl('delivery')}/notes`,
        ({ request }) =>
          HttpResponse.json(request.headers.get('Authorization')),
      ),
    );
    const ann = mockCredentials.user('user:default/ann');
    const response = await ask('/notes', { onBehalfOf: ann });
    expect(await response.json()).toBe(
      mockCredentials.service.header({
        onBehalfOf: ann,
        targetPluginId: 'delivery',
      }),
    );
  });

  it('throws what it is refused with', async () => {
    server.use(
      http.get(`${await discovery.getBaseUrl('delivery')}/notes`, () =>
        HttpResponse.json(
          {
            error: { name: 'NotAllowedError', message: 'Not yours' },
            response: { statusCode: 403 },
          },
          { status: 403 },
        ),
      ),
    );
    await expect(ask('/notes')).rejects.toMatchObject({
      statusCode: 403,
      cause: expect.objectContaining({
        name: 'NotAllowedError',
        message: 'Not yours',
      }),
    });
  });
});
