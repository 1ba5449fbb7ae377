import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import request from 'supertest';
import { startDelivery } from '../../__testUtils__/startDelivery';
import { tells, TEST_TOPIC } from '../../__testUtils__/testSource';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

jest.setTimeout(120_000);

const AT = '2026-03-01T10:00:00.000Z';

const payload = (runId: string, fields: object = {}) =>
  JSON.stringify({
    ...tells(AT, { kind: 'run', repo: 'acme/checkout', runId, attempt: 1 }),
    ...fields,
  });

const principals = {
  'the events backend': mockCredentials.service('plugin:events'),
  'another backend': mockCredentials.service('plugin:catalog'),
  'a program': mockCredentials.service('external:build-farm'),
  'a person': mockCredentials.user(),
};

/** Has so many attempts to store something fail, and all others succeed. */
function failFor(knex: Knex, attempts: number) {
  const { client } = knex;
  const { acquireConnection } = client;
  let left = attempts;
  client.acquireConnection = async () => {
    left -= 1;
    if (left >= 0) {
      throw Object.assign(new Error('refused'), { code: 'ECONNREFUSED' });
    }
    return acquireConnection.call(client);
  };
  return () => Object.assign(client, { acquireConnection });
}

describe.each(databases.eachSupportedId())('webhooks (%s)', id => {
  let db: Knex;
  let delivery: Awaited<ReturnType<typeof startDelivery>>;

  beforeAll(async () => {
    db = await databases.init(id);
    delivery = await startDelivery({ db });
  });

  beforeEach(() => db('deliveries').delete());

  const post = (
    text: string,
    {
      as = 'the events backend' as keyof typeof principals,
      topic = TEST_TOPIC,
    } = {},
  ) => {
    const credentials = principals[as];
    const token =
      as === 'a person'
        ? mockCredentials.user.header()
        : mockCredentials.service.header({
            onBehalfOf: credentials,
            targetPluginId: 'delivery',
          });
    return request(delivery.server)
      .post(`/api/delivery/webhooks/${topic}`)
      .set('Authorization', token)
      .send({ headers: { 'x-kind': 'told' }, payload: text });
  };

  const stored = async () =>
    (await db('deliveries').orderBy('id')).map(row => [
      row.source,
      row.type,
      row.via,
    ]);

  it('are stored when the answer comes, and once', async () => {
    await post(payload('1')).expect(202, {
      accepted: 1,
      duplicates: 0,
      rejected: [],
    });
    expect(await stored()).toEqual([['test', 'told', 'webhook']]);
    const { body } = await post(payload('1')).expect(202);
    expect(body).toMatchObject({ accepted: 0, duplicates: 1 });
    expect(await stored()).toHaveLength(1);
  });

  it.each(['another backend', 'a program', 'a person'] as const)(
    'are taken from the events backend alone, not from %s',
    async as => {
      const { body } = await post(payload('1'), { as }).expect(403);
      expect(body.error.name).toBe('NotAllowedError');
      expect(await stored()).toEqual([]);
    },
  );

  it('are kept with text that no database takes', async () => {
    await post(payload('odd', { nonce: 'a\u0000b\ud800' })).expect(202);
    expect(await stored()).toHaveLength(1);
  });

  it.each([
    ['that is no JSON', '{', 400],
    ['that is nested too deep', `${'['.repeat(101)}${']'.repeat(101)}`, 400],
  ])('are refused with a payload %s', async (_, text, status) => {
    await post(text).expect(status);
    expect(await stored()).toEqual([]);
  });

  it('are refused on a topic that nobody reads', async () => {
    await post(payload('1'), { topic: 'tea' }).expect(404);
  });

  it('are stored although the database is away for a moment', async () => {
    const mend = failFor(db, 2);
    await post(payload('2')).expect(202);
    mend();
    expect(await stored()).toHaveLength(1);
  });

  it('are to be sent again when it stays away', async () => {
    const mend = failFor(db, Infinity);
    const { headers } = await post(payload('3')).expect(503);
    mend();
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    expect(await stored()).toEqual([]);
    await post(payload('3')).expect(202);
    expect(await stored()).toHaveLength(1);
  });

  it('that others publish wait on the bus until the database is back', async () => {
    const mend = failFor(db, Infinity);
    let isStored = false;
    const published = delivery.deliver([JSON.parse(payload('4'))]).then(() => {
      isStored = true;
    });
    await post(payload('5')).expect(503);
    expect(isStored).toBe(false);
    mend();
    await published;
    expect(await stored()).toHaveLength(1);
  });

  it('that come over the bus once more count as nothing that came twice', async () => {
    await post(payload('6')).expect(202);
    await delivery.deliver([JSON.parse(payload('6'))]);
    expect(await stored()).toHaveLength(1);
    const duplicates = async () => {
      const { body } = await delivery.get('/sources').expect(200);
      return body.sources.find((one: { id: string }) => one.id === 'test')
        .duplicates;
    };
    const before = await duplicates();
    await delivery.deliver([JSON.parse(payload('6'))]);
    expect(await duplicates()).toBe(before);
    await post(payload('6')).expect(202);
    expect(await duplicates()).toBe(before + 1);
  });
});
