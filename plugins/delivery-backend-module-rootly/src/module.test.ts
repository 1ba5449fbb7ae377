import { DELIVERY_REJECTED_TOPIC } from '@fairlead/backstage-plugin-delivery-node';
import { startSourceModule } from '@fairlead/test-fixtures';
import { createHmac } from 'node:crypto';
import request from 'supertest';
import { rootlyEvent } from './__testUtils__/rootlyEvent';
import deliveryModuleRootly from '.';

jest.setTimeout(60_000);

const body = JSON.stringify(rootlyEvent('incident.created'));
const hmac = (secret: string, text: string) =>
  `v1=${createHmac('sha256', secret).update(text).digest('hex')}`;

const sign = (secret: string, text: string = body) =>
  `t=1492774588,${hmac(secret, `1492774588${text}`)}`;

describe('deliveryModuleRootly', () => {
  async function start(webhookSecret?: string | string[]) {
    const { server, published, sources } = await startSourceModule(
      deliveryModuleRootly,
      { config: { events: { modules: { rootly: { webhookSecret } } } } },
    );
    const post = (signature?: string) =>
      request(server)
        .post('/api/events/http/rootly')
        .set('Content-Type', 'application/json')
        .set(signature === undefined ? {} : { 'X-Rootly-Signature': signature })
        .send(body);
    return { post, published, sources };
  }

  let backend: Awaited<ReturnType<typeof start>>;

  beforeAll(async () => {
    backend = await start(['old', 'new']);
  });

  beforeEach(() => {
    backend.published.length = 0;
  });

  it.each([
    ['the secret', sign('new')],
    ['the secret, with spaces', sign('new').replace(',', ', ')],
    ['the secret before', sign('old')],
  ])('takes what is signed with %s', async (_, signature) => {
    const { post, published, sources } = backend;
    await post(signature).expect(202);
    expect(published).toMatchObject([
      { topic: 'rootly', eventPayload: JSON.parse(body) },
    ]);
    expect(sources).toMatchObject([
      { id: 'rootly', topics: ['rootly'], off: undefined },
    ]);
  });

  it.each([
    ['without a signature', undefined],
    ['with an empty signature', ''],
    ['with another secret', sign('sand')],
    ['with the signature of another body', sign('new', '{}')],
    ['with the signature of another time', sign('new').replace('t=1', 't=2')],
    ['without the time', hmac('new', body)],
    ['with another version of signatures', sign('new').replace('v1', 'v2')],
  ])('refuses what comes %s', async (_, signature) => {
    const { post, published } = backend;
    await post(signature).expect(403);
    expect(published).toEqual([
      {
        topic: DELIVERY_REJECTED_TOPIC,
        eventPayload: {
          source: 'rootly',
          reason: expect.stringContaining('X-Rootly-Signature'),
        },
      },
    ]);
  });

  it('takes nothing without a secret, and says what to set', async () => {
    const { post, sources } = await start();
    const { body: answer } = await post(sign('')).expect(403);
    const remedy = expect.stringContaining(
      'events.modules.rootly.webhookSecret',
    );
    expect(answer.error.message).toEqual(remedy);
    expect(sources).toMatchObject([{ id: 'rootly', off: { remedy } }]);
  });
});
