import { DELIVERY_REJECTED_TOPIC } from '@fairlead/backstage-plugin-delivery-node';
import { startSourceModule } from '@fairlead/test-fixtures';
import request from 'supertest';
import { opened } from './__testUtils__/events';
import deliveryModuleAzureDevops from '.';

jest.setTimeout(60_000);

const body = JSON.stringify(opened());
const basic = (password: string, user = 'anybody') =>
  `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;

async function start(password?: string | string[]) {
  const { server, published, sources } = await startSourceModule(
    deliveryModuleAzureDevops,
    {
      config: {
        events: { modules: { azureDevops: { password } } },
      },
    },
  );
  const post = (authorization?: string, sent: string = body) =>
    request(server)
      .post('/api/events/http/azure-devops')
      .set('Content-Type', 'application/json')
      .set(authorization === undefined ? {} : { Authorization: authorization })
      .send(sent);
  return { post, published, sources };
}

describe('the Azure DevOps source', () => {
  let backend: Awaited<ReturnType<typeof start>>;

  beforeAll(async () => {
    backend = await start(['old', 'new']);
  });

  beforeEach(() => {
    backend.published.length = 0;
  });

  it.each(['old', 'new'])(
    'takes what comes with either password while they are changed, and hands it to nobody: %s',
    async password => {
      const { post, published } = backend;
      await post(basic(password)).expect(202);
      expect(published).toMatchObject([
        { topic: 'azure-devops', eventPayload: JSON.parse(body) },
      ]);
      expect(published[0].metadata).not.toHaveProperty('authorization');
    },
  );

  it.each([
    ['no header', undefined],
    ['an empty one', ''],
    ['another password', basic('sand')],
    ['an empty password', basic('')],
    ['the password as the user', basic('', 'new')],
    ['a password that is longer', basic('new:er')],
    ['another scheme', basic('new').replace('Basic', 'Bearer')],
    ['nonsense', 'Basic %%%'],
  ])('refuses what comes with %s', async (_, authorization) => {
    const { post, published } = backend;
    await post(authorization).expect(403);
    expect(published).toEqual([
      {
        topic: DELIVERY_REJECTED_TOPIC,
        eventPayload: {
          source: 'azure-devops',
          reason: expect.stringContaining('basic authentication'),
        },
      },
    ]);
  });

  it('is on with a password', () => {
    expect(backend.sources).toMatchObject([
      { id: 'azure-devops', topics: ['azure-devops'], off: undefined },
    ]);
  });

  it('takes nothing without a password, and says what to set', async () => {
    const { post, sources } = await start();
    const { body: answer } = await post(basic('')).expect(403);
    const remedy = expect.stringContaining(
      'events.modules.azureDevops.password',
    );
    expect(answer.error.message).toEqual(remedy);
    expect(sources).toMatchObject([{ id: 'azure-devops', off: { remedy } }]);
  });
});
