import { mockServices } from '@backstage/backend-test-utils';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { DemoDelivery } from './DemoDelivery';
import { DemoSender } from './DemoSender';
import { hmacOf } from './signature';

const server = setupServer();

const delivery = (door: DemoDelivery['door'], id: string): DemoDelivery => ({
  at: Date.parse('2026-11-20T12:00:00Z'),
  door,
  event: 'told',
  body: { id, context: { id, source: '/s', type: 'dev.cdevents.x.y.0.1.0' } },
});

describe('DemoSender', () => {
  const received: { path: string; headers: Headers; text: string }[] = [];
  const sender = DemoSender.create({
    auth: mockServices.auth(),
    discovery: mockServices.discovery(),
    secrets: {
      alertmanager: 'a',
      github: 'g',
      gitlab: 'l',
      pagerduty: 'p',
      rootly: 'r',
    },
  });

  beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
  beforeEach(() => {
    received.length = 0;
    server.use(
      http.post('*/api/*', async ({ request }) => {
        received.push({
          path: new URL(request.url).pathname,
          headers: request.headers,
          text: await request.text(),
        });
        return HttpResponse.json({}, { status: 202 });
      }),
    );
  });
  afterEach(() => server.resetHandlers());
  afterAll(() => server.close());

  it('proves who it is at the doors of webhooks', async () => {
    await sender.send([
      delivery('github', '1'),
      delivery('gitlab', '2'),
      delivery('pagerduty', '3'),
      delivery('alertmanager', '4'),
      delivery('rootly', '5'),
    ]);
    const at = (door: string) =>
      received.find(({ path }) => path === `/api/events/http/${door}`)!;
    expect(at('github').headers.get('x-hub-signature-256')).toBe(
      `sha256=${hmacOf('g', at('github').text)}`,
    );
    expect(at('github').headers.get('x-github-event')).toBe('told');
    expect(at('gitlab').headers.get('x-gitlab-token')).toBe('l');
    expect(at('pagerduty').headers.get('x-pagerduty-signature')).toBe(
      `v1=${hmacOf('p', at('pagerduty').text)}`,
    );
    expect(at('alertmanager').headers.get('authorization')).toBe('Bearer a');
    const time = Date.parse('2026-11-20T12:00:00Z');
    expect(at('rootly').headers.get('x-rootly-signature')).toBe(
      `t=${time},v1=${hmacOf('r', `${time}${at('rootly').text}`)}`,
    );
  });

  it('sends CDEvents in batches', async () => {
    await sender.send(
      Array.from({ length: 250 }, (_, i) => delivery('cdevents', String(i))),
    );
    expect(received.map(({ text }) => JSON.parse(text).length)).toEqual([
      200, 50,
    ]);
    expect(received[0].headers.get('content-type')).toBe(
      'application/cloudevents-batch+json',
    );
  });

  it('sends again what a busy portal did not keep', async () => {
    server.use(
      http.post('*/http/github', () => HttpResponse.json({}, { status: 503 }), {
        once: true,
      }),
    );
    await sender.send([delivery('github', '1')]);
    expect(received.map(({ path }) => path)).toEqual([
      '/api/events/http/github',
    ]);
  });

  it('stops at a delivery that is not taken', async () => {
    server.use(
      http.post('*/http/github', () => HttpResponse.json({}, { status: 403 })),
    );
    await expect(sender.send([delivery('github', '1')])).rejects.toThrow('403');
  });
});
