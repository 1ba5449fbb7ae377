import { DELIVERY_REJECTED_TOPIC } from '@fairlead/backstage-plugin-delivery-node';
import { startSourceModule } from '@fairlead/test-fixtures';
import { createHmac } from 'node:crypto';
import request from 'supertest';
import { pagerDutyEvent } from './__testUtils__/pagerDutyEvent';
import deliveryModulePagerDuty from '.';

jest.setTimeout(60_000);

const body = JSON.stringify(pagerDutyEvent('incident.triggered'));
const sign = (secret: string, text: string = body) =>
  `v1=${createHmac('sha256', secret).update(text).digest('hex')}`;

describe('deliveryModulePagerDuty', () => {
  async function start(webhookSecret?: string | string[]) {
    const { server, published, sources } = await startSourceModule(
      deliveryModulePagerDuty,
      { config: { events: { modules: { pagerduty: { webhookSecret } } } } },
    );
    const post = (signature?: string) =>
      request(server)
        .post('/api/events/http/pagerduty')
        .set('Content-Type', 'application/json')
        .set(
          signature === undefined ? {} : { 'X-PagerDuty-Signature': signature },
        )
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
    ['one of two while PagerDuty rotates', `${sign('x')},${sign('new')}`],
    ['one of two, with a space', `${sign('x')}, ${sign('new')}`],
    ['the secret before', sign('old')],
  ])('takes what is signed with %s', async (_, signature) => {
    const { post, published, sources } = backend;
    await post(signature).expect(202);
    expect(published).toMatchObject([
      { topic: 'pagerduty', eventPayload: JSON.parse(body) },
    ]);
    expect(sources).toMatchObject([
      { id: 'pagerduty', topics: ['pagerduty'], off: undefined },
    ]);
  });

  it.each([
    ['without a signature', undefined],
    ['with an empty signature', ''],
    ['with another secret', sign('sand')],
    ['with the signature of another body', sign('new', '{}')],
    ['with another version of signatures', sign('new').replace('v1', 'v2')],
  ])('refuses what comes %s', async (_, signature) => {
    const { post, published } = backend;
    await post(signature).expect(403);
    expect(published).toEqual([
      {
        topic: DELIVERY_REJECTED_TOPIC,
        eventPayload: {
          source: 'pagerduty',
          reason: expect.stringContaining('X-PagerDuty-Signature'),
        },
      },
    ]);
  });

  it('takes nothing without a secret, and says what to set', async () => {
    const { post, sources } = await start();
    const { body: answer } = await post(sign('')).expect(403);
    const remedy = expect.stringContaining(
      'events.modules.pagerduty.webhookSecret',
    );
    expect(answer.error.message).toEqual(remedy);
    expect(sources).toMatchObject([{ id: 'pagerduty', off: { remedy } }]);
  });
});
