import {
  createBackendModule,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { InputError } from '@backstage/errors';
import eventsPlugin from '@backstage/plugin-events-backend';
import { EventParams, eventsServiceRef } from '@backstage/plugin-events-node';
import { eventsExtensionPoint } from '@backstage/plugin-events-node/alpha';
import { createHmac } from 'node:crypto';
import request from 'supertest';
import { createIngressModule } from './createIngressModule';
import { readHeader } from './readHeader';
import { verifyHmacSha256 } from './verifyHmacSha256';
import { WebhookKeeper } from './WebhookKeeper';

jest.setTimeout(60_000);

const CONFIG_KEY = 'events.modules.bakery.webhookSecret';
const BODY = '{ "order": "3 rolls – warm" }';

const sign = (secret: string, body: string = BODY) =>
  `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;

const keeperServiceRef = createServiceRef<WebhookKeeper>({
  id: 'bakery.keeper',
  scope: 'plugin',
});

/** Opens a topic to everyone, as any module of the events backend may. */
const openModule = (topic: string) =>
  createBackendModule({
    pluginId: 'events',
    moduleId: `open-${topic}`,
    register(env) {
      env.registerInit({
        deps: { ingresses: eventsExtensionPoint },
        init: async ({ ingresses }) => ingresses.addHttpPostIngress({ topic }),
      });
    },
  });

describe('createIngressModule', () => {
  /** A backend that takes webhooks of a bakery, and the events that it published. */
  async function start(webhookSecret?: string | string[]) {
    const published: EventParams[] = [];
    const publish = jest.fn(
      async (event: EventParams) => void published.push(event),
    );
    const keep = jest.fn<
      ReturnType<WebhookKeeper['keep']>,
      Parameters<WebhookKeeper['keep']>
    >(async () => {});
    const { server } = await startTestBackend({
      features: [
        eventsPlugin,
        openModule('open'),
        openModule('bakery'),
        createServiceFactory({
          service: keeperServiceRef,
          deps: {},
          factory: () => ({ keep }),
        }),
        createServiceFactory({
          service: eventsServiceRef,
          deps: {},
          factory: () => ({
            publish,
            subscribe: async () => {},
          }),
        }),
        createIngressModule({
          topic: 'bakery',
          configKey: CONFIG_KEY,
          proof: 'a header X-Bakery-Signature',
          verify: (details, secrets) =>
            verifyHmacSha256({
              secrets,
              signature: readHeader(details, 'X-Bakery-Signature'),
              body: details.raw.body,
              prefix: 'sha256=',
            }),
          secretHeaders: ['X-Bakery-Token'],
          keeper: keeperServiceRef,
          toRejectionEvent: reason => ({
            topic: 'bakery.rejected',
            eventPayload: { reason },
          }),
        }),
        mockServices.rootConfig.factory({
          data: { events: { modules: { bakery: { webhookSecret } } } },
        }),
      ],
    });
    const post = (body: string, headers: Record<string, string> = {}) =>
      request(server)
        .post('/api/events/http/bakery')
        .set('Content-Type', 'application/json')
        .set(headers)
        .send(body);
    return { keep, post, publish, published, server };
  }

  let backend: Awaited<ReturnType<typeof start>>;

  beforeAll(async () => {
    backend = await start(['flour', 'yeast']);
  });

  beforeEach(() => {
    backend.published.length = 0;
    backend.keep.mockClear();
  });

  it('takes what is signed over the body as it was sent', async () => {
    const { post, published } = backend;
    await post(BODY, { 'X-Bakery-Signature': sign('flour') }).expect(202);
    expect(published).toMatchObject([
      { topic: 'bakery', eventPayload: { order: '3 rolls – warm' } },
    ]);
  });

  it.each(['flour', 'yeast'])(
    'takes what is signed with %s while secrets are rotated',
    async secret => {
      const { post, published } = backend;
      await post(BODY, { 'X-Bakery-Signature': sign(secret) }).expect(202);
      expect(published).toHaveLength(1);
    },
  );

  it.each<[string, Record<string, string>]>([
    ['no signature', {}],
    ['an empty signature', { 'X-Bakery-Signature': '' }],
    ['another secret', { 'X-Bakery-Signature': sign('sand') }],
    ['an empty secret', { 'X-Bakery-Signature': sign('') }],
    ['another body', { 'X-Bakery-Signature': sign('flour', '{}') }],
    [
      'the body written in another way',
      {
        'X-Bakery-Signature': sign('flour', JSON.stringify(JSON.parse(BODY))),
      },
    ],
    [
      'a signature without its prefix',
      { 'X-Bakery-Signature': sign('flour').slice('sha256='.length) },
    ],
  ])('refuses a sender with %s', async (_, headers) => {
    const { post, published } = backend;
    const { body } = await post(BODY, headers).expect(403);
    expect(body.error.message).toBe(
      `The sender is not proven: send a header X-Bakery-Signature, made with a secret of ${CONFIG_KEY}`,
    );
    expect(published).toEqual([
      {
        topic: 'bakery.rejected',
        eventPayload: { reason: body.error.message },
      },
    ]);
  });

  it('keeps a secret in a header from subscribers and logs', async () => {
    const { post, published } = backend;
    await post(BODY, {
      'X-Bakery-Signature': sign('flour'),
      'X-Bakery-Token': 'flour',
    }).expect(202);
    expect(published[0].metadata).toMatchObject({
      'x-bakery-signature': sign('flour'),
    });
    expect(published[0].metadata).not.toHaveProperty('x-bakery-token');
  });

  it('refuses a sender although nobody can be told of it', async () => {
    const { post, publish } = backend;
    publish.mockRejectedValueOnce(new Error('Service is shutting down'));
    const { body } = await post(BODY).expect(403);
    expect(body.error.name).toBe('NotAllowedError');
  });

  it.each([[undefined], [' '], [['']]])(
    'refuses everyone and says what to set while the secret is %j',
    async secret => {
      const { post, published } = await start(secret);
      const { body } = await post(BODY, {
        'X-Bakery-Signature': sign(''),
      }).expect(403);
      expect(body.error.message).toBe(
        `Set ${CONFIG_KEY} in the app configuration to take webhooks at /api/events/http/bakery`,
      );
      expect(published.map(({ topic }) => topic)).toEqual(['bakery.rejected']);
    },
  );

  it('does not start with a secret that is none', async () => {
    await expect(start([{ secret: 'flour' }] as never)).rejects.toThrow(
      `${CONFIG_KEY} must be a string or a list of strings`,
    );
  });

  it('has a webhook kept as it was sent before it publishes it and answers', async () => {
    const { keep, post, published } = backend;
    keep.mockImplementationOnce(async () => {
      expect(published).toEqual([]);
    });
    await post(BODY, { 'X-Bakery-Signature': sign('flour') }).expect(202);
    expect(keep).toHaveBeenCalledWith(published[0], BODY);
  });

  it('tells the sender to send again what could not be kept, and nobody else of it', async () => {
    const { keep, post, published } = backend;
    keep.mockRejectedValueOnce(new Error('insert into secret'));
    const { body, headers } = await post(BODY, {
      'X-Bakery-Signature': sign('flour'),
    }).expect(503);
    expect(body.error).toEqual({
      name: 'ServiceUnavailableError',
      message: 'The webhook could not be kept; send it again in a moment',
    });
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    expect(published).toEqual([]);
  });

  it('tells the sender to send again what is kept and could not be published', async () => {
    const { post, publish } = backend;
    publish.mockRejectedValueOnce(new Error('Service is shutting down'));
    const { headers } = await post(BODY, {
      'X-Bakery-Signature': sign('flour'),
    }).expect(503);
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
  });

  it('says what is wrong with what can never be kept', async () => {
    const { keep, post, published } = backend;
    keep.mockRejectedValueOnce(new InputError('Larger than the inbox'));
    const { body } = await post(BODY, {
      'X-Bakery-Signature': sign('flour'),
    }).expect(400);
    expect(body.error.message).toBe('Larger than the inbox');
    expect(published).toEqual([]);
  });

  it.each([
    ['is no JSON', '{ "order": ', 'The body is not JSON'],
    ['is empty', '', 'The body is not JSON'],
    [
      'is nested too deep',
      `${'[{"a":'.repeat(60_000)}1${'}]'.repeat(60_000)}`,
      'The body is nested deeper than 100 levels',
    ],
  ])(
    'refuses what %s, and reads nothing of it before the sender is proven',
    async (_, sent, reason) => {
      const { keep, post, published } = backend;
      await post(sent).expect(403);
      published.length = 0;
      const { body } = await post(sent, {
        'X-Bakery-Signature': sign('flour', sent),
      }).expect(400);
      expect(body.error.message).toBe(reason);
      expect(published).toEqual([
        { topic: 'bakery.rejected', eventPayload: { reason } },
      ]);
      expect(keep).not.toHaveBeenCalled();
    },
  );

  it('takes what is nested as deep as makes sense', async () => {
    const { post, published } = backend;
    const sent = `${'['.repeat(100)}1${']'.repeat(100)}`;
    await post(sent, { 'X-Bakery-Signature': sign('flour', sent) }).expect(202);
    expect(published).toHaveLength(1);
  });

  it('answers requests that are no webhooks without a server error', async () => {
    const { post, published, server } = backend;
    await post(BODY, {
      'Content-Type': 'application/json; charset=klingon',
    }).expect(400);
    const { body } = await post(BODY, { 'Content-Type': 'text/plain' }).expect(
      415,
    );
    expect(body.error.message).toContain("'application/json'");
    await post(`"${'x'.repeat(5 * 1024 * 1024)}"`).expect(413);
    await request(server).post('/api/events/http/bakery').expect(400);
    expect(published).toEqual([]);
  });

  it.each(['/bakery', '/bakery/', '/BAKERY', '/bakery?x'])(
    'is closed although another module opens the topic: %s',
    async path => {
      const { published, server } = backend;
      await request(server)
        .post(`/api/events/http${path}`)
        .set('Content-Type', 'application/json')
        .send(BODY)
        .expect(403);
      expect(published.map(({ topic }) => topic)).toEqual(['bakery.rejected']);
    },
  );

  it('leaves other ingresses as they are', async () => {
    const { published, server } = backend;
    const { body } = await request(server)
      .post('/api/events/http/open')
      .set('Content-Type', 'application/json')
      .send(BODY)
      .expect(202);
    expect(body).toEqual({ status: 'accepted' });
    expect(published.map(({ topic }) => topic)).toEqual(['open']);
  });
});
