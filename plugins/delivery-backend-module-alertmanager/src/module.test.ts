import { DELIVERY_REJECTED_TOPIC } from '@fairlead/backstage-plugin-delivery-node';
import { startSourceModule } from '@fairlead/test-fixtures';
import request from 'supertest';
import { firing, notification } from './__testUtils__/notification';
import deliveryModuleAlertmanager from '.';

jest.setTimeout(60_000);

const basic = (credentials: string) =>
  `Basic ${Buffer.from(credentials).toString('base64')}`;

describe('deliveryModuleAlertmanager', () => {
  async function start(modules: {
    alertmanager?: { token: string | string[] };
    grafana?: { token: string | string[] };
  }) {
    const { server, published, sources } = await startSourceModule(
      deliveryModuleAlertmanager,
      { config: { events: { modules } } },
    );
    const post = (topic: string, authorization?: string) =>
      request(server)
        .post(`/api/events/http/${topic}`)
        .set(authorization === undefined ? {} : { authorization })
        .send(notification([firing()]));
    return { post, published, sources };
  }

  let backend: Awaited<ReturnType<typeof start>>;

  beforeAll(async () => {
    backend = await start({
      alertmanager: { token: ['old', 'a:b'] },
      grafana: { token: 'dash' },
    });
  });

  beforeEach(() => {
    backend.published.length = 0;
  });

  it.each([
    ['alertmanager', 'Bearer a:b'],
    ['alertmanager', 'bearer old'],
    ['alertmanager', basic('prometheus:old')],
    ['alertmanager', basic('prometheus:a:b')],
    ['grafana', 'Bearer dash'],
    ['grafana', basic(':dash')],
  ])('takes what comes to %s with %s', async (topic, authorization) => {
    const { post, published } = backend;
    await post(topic, authorization).expect(202);
    expect(published).toMatchObject([{ topic }]);
    expect(published[0].metadata).not.toHaveProperty('authorization');
  });

  it.each([
    ['alertmanager', undefined],
    ['alertmanager', ''],
    ['alertmanager', 'old'],
    ['alertmanager', 'Bearer'],
    ['alertmanager', 'Bearer new'],
    ['alertmanager', 'Digest old'],
    ['alertmanager', basic('old')],
    ['alertmanager', basic('old:')],
    ['alertmanager', 'Bearer dash'],
    ['grafana', 'Bearer old'],
  ])('refuses what comes to %s with %s', async (topic, authorization) => {
    const { post, published } = backend;
    await post(topic, authorization).expect(403);
    expect(published).toEqual([
      {
        topic: DELIVERY_REJECTED_TOPIC,
        eventPayload: {
          source: topic,
          reason: expect.stringContaining(`events.modules.${topic}.token`),
        },
      },
    ]);
  });

  it('switches each on by its own token', async () => {
    const { post, sources } = await start({ grafana: { token: 'dash' } });
    await post('grafana', 'Bearer dash').expect(202);
    await post('alertmanager', 'Bearer dash').expect(403);
    expect(sources).toMatchObject([
      {
        id: 'alertmanager',
        topics: ['alertmanager'],
        off: {
          remedy: expect.stringContaining('events.modules.alertmanager.token'),
        },
      },
      { id: 'grafana', topics: ['grafana'], off: undefined },
    ]);
  });
});
