import { DELIVERY_REJECTED_TOPIC } from '@fairlead/backstage-plugin-delivery-node';
import { startSourceModule } from '@fairlead/test-fixtures';
import { Webhook } from 'standardwebhooks';
import request from 'supertest';
import { incident, webhook } from './__testUtils__/webhooks';
import deliveryModuleIncidentIo from '.';

jest.setTimeout(60_000);

const body = JSON.stringify(
  webhook('public_incident.incident_created_v2', incident()),
);
const secretOf = (text: string) =>
  `whsec_${Buffer.from(text).toString('base64')}`;

/** The headers of a request that is signed with a secret. */
function sign(secret: string, { text = body, sentAt = new Date() } = {}) {
  return {
    'webhook-id': 'msg_1',
    'webhook-timestamp': `${Math.floor(sentAt.getTime() / 1_000)}`,
    'webhook-signature': new Webhook(secretOf(secret)).sign(
      'msg_1',
      sentAt,
      text,
    ),
  };
}

describe('deliveryModuleIncidentIo', () => {
  async function start(webhookSecret?: string | string[]) {
    const { server, published, sources } = await startSourceModule(
      deliveryModuleIncidentIo,
      { config: { events: { modules: { incidentIo: { webhookSecret } } } } },
    );
    const post = (headers: Record<string, string>) =>
      request(server)
        .post('/api/events/http/incident-io')
        .set('Content-Type', 'application/json')
        .set(headers)
        .send(body);
    return { post, published, sources };
  }

  let backend: Awaited<ReturnType<typeof start>>;

  beforeAll(async () => {
    backend = await start([secretOf('old'), secretOf('new')]);
  });

  beforeEach(() => {
    backend.published.length = 0;
  });

  it.each([
    ['the secret', sign('new')],
    ['the secret before', sign('old')],
    [
      'several signatures, of which one is right',
      {
        ...sign('new'),
        'webhook-signature': `v1,AAAA ${sign('new')['webhook-signature']}`,
      },
    ],
  ])('takes what is signed with %s', async (_, headers) => {
    const { post, published, sources } = backend;
    await post(headers).expect(202);
    expect(published).toMatchObject([
      { topic: 'incident-io', eventPayload: JSON.parse(body) },
    ]);
    expect(sources).toMatchObject([
      { id: 'incident-io', topics: ['incident-io'], off: undefined },
    ]);
  });

  it.each([
    ['without a signature', {}],
    ['with an empty signature', { ...sign('new'), 'webhook-signature': '' }],
    ['with another secret', sign('sand')],
    ['with the signature of another body', sign('new', { text: '{}' })],
    ['under another id', { ...sign('new'), 'webhook-id': 'msg_2' }],
    [
      'again after a day',
      sign('new', { sentAt: new Date(Date.now() - 24 * 3_600_000) }),
    ],
  ])('refuses what comes %s', async (_, headers) => {
    const { post, published } = backend;
    await post(headers).expect(403);
    expect(published).toEqual([
      {
        topic: DELIVERY_REJECTED_TOPIC,
        eventPayload: {
          source: 'incident-io',
          reason: expect.stringContaining('webhook-signature'),
        },
      },
    ]);
  });

  it('takes nothing without a secret, and says what to set', async () => {
    const { post, sources } = await start();
    const { body: answer } = await post(sign('new')).expect(403);
    const remedy = expect.stringContaining(
      'events.modules.incidentIo.webhookSecret',
    );
    expect(answer.error.message).toEqual(remedy);
    expect(sources).toMatchObject([{ id: 'incident-io', off: { remedy } }]);
  });
});
