import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import { DeliveryPull } from '@fairlead/backstage-plugin-delivery-node';
import request from 'supertest';
import { startDelivery } from '../../__testUtils__/startDelivery';
import { createTestSource, tells } from '../../__testUtils__/testSource';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

jest.setTimeout(300_000);

const AT = '2026-03-01T10:00:00.000Z';

const run = (runId: string) => ({
  kind: 'run',
  repo: 'acme/checkout',
  runId,
  attempt: 1,
});

const REPORT = `<?xml version="1.0"?>
<testsuites>
  <testsuite name="unit">
    <testcase name="adds" classname="math" time="0.25"/>
    <testcase name="a &lt; b" classname="math"><failure message="no"/></testcase>
    <testcase name="later"><skipped/></testcase>
  </testsuite>
</testsuites>`;

const ORIGIN = '?repo=acme/checkout&sha=abcdef1&runId=7';

/** Asks in vain for the first of the subjects, or for all of them. */
const failing = (options: { someAnswer: boolean }): DeliveryPull => ({
  annotations: ['github.com/project-slug'],
  async *pull({ subjects: [first, ...others] }) {
    yield { payloads: [], failed: [{ subject: first, reason: 'is away' }] };
    for (const subject of others) {
      yield {
        payloads: [],
        ...(!options.someAnswer && {
          failed: [{ subject, reason: 'is away' }],
        }),
      };
    }
  },
});

describe.each(databases.eachSupportedId())('the intake over HTTP, %s', id => {
  let delivery: Awaited<ReturnType<typeof startDelivery>>;
  const pulled: string[][] = [];

  beforeAll(async () => {
    delivery = await startDelivery({
      db: await databases.init(id),
      sources: [
        createTestSource({
          pull: {
            annotations: ['github.com/project-slug'],
            async *pull({ subjects }) {
              pulled.push(subjects.map(({ value }) => value));
              yield {
                payloads: [tells(AT, run('pulled')), tells(AT, run('known'))],
                failed: [{ subject: subjects[0], reason: 'is gone' }],
              };
            },
          },
        }),
        createTestSource({ id: 'cdevents', topics: [] }),
        createTestSource({
          id: 'away',
          topics: ['away'],
          pull: failing({ someAnswer: false }),
        }),
        createTestSource({
          id: 'quiet',
          topics: ['quiet'],
          pull: failing({ someAnswer: true }),
        }),
        createTestSource({
          id: 'closed',
          topics: ['closed'],
          off: { remedy: 'Set the secret' },
        }),
      ],
    });
    await delivery.run('sync-catalog');
  });

  const health = async (source: string) => {
    const { body } = await delivery.get('/sources').expect(200);
    return body.sources.find((one: { id: string }) => one.id === source);
  };

  it('takes events, tells duplicates and says of each wrong one why', async () => {
    const good = tells(AT, run('1'));
    const { body } = await delivery.asService
      .post('/events', [good, good, { type: 'told', at: AT }, { type: 'new' }])
      .expect(202);
    expect(body).toEqual({
      accepted: 2,
      duplicates: 1,
      rejected: [{ index: 2, reason: "'records': must be a list" }],
    });
    await delivery.asService
      .post('/events', { type: 'told', at: AT })
      .expect(400);
    await delivery
      .call('post', '/events', 'service')
      .set('Content-Type', 'application/cloudevents-batch+json')
      .send(JSON.stringify([good]))
      .expect(202, { accepted: 0, duplicates: 1, rejected: [] });
    await delivery.normalise();
    expect(await health('cdevents')).toMatchObject({
      unknownTypes: [{ type: 'new', count: 1 }],
      duplicates: 2,
      backlog: 0,
    });
  });

  it('takes nothing from nobody', async () => {
    const { status } = await request(delivery.server)
      .post('/api/delivery/events')
      .set('Authorization', mockCredentials.none.header())
      .send({});
    expect(status).toBe(401);
  });

  it('keeps text that no database takes', async () => {
    await delivery.deliver([
      { ...tells(AT, run('odd')), nonce: 'a\u0000b\ud800 😀' },
    ]);
    await delivery.normalise();
    expect(await health('test')).toMatchObject({ quarantined: 0, backlog: 0 });
  });

  it('gives records out once more each time they change, to services alone', async () => {
    await delivery.get('/feed').expect(403);
    const first = await delivery.asService.get('/feed?limit=1').expect(200);
    expect(first.body).toMatchObject({
      items: [{ kind: 'run', entities: ['component:default/checkout'] }],
      hasMore: true,
    });
    let { cursor, hasMore } = first.body;
    while (hasMore) {
      const { body } = await delivery.asService.get(`/feed?after=${cursor}`);
      ({ cursor, hasMore } = body);
    }
    await delivery.deliver([tells(AT, { ...run('1'), branch: 'main' })]);
    await delivery.normalise();
    const { body } = await delivery.asService
      .get(`/feed?after=${cursor}&kinds=run,change`)
      .expect(200);
    expect(body.items).toMatchObject([{ runId: '1', branch: 'main' }]);
    const end = await delivery.asService.get(`/feed?after=${body.cursor}`);
    expect(end.body).toEqual({
      items: [],
      cursor: body.cursor,
      hasMore: false,
    });
    await delivery.asService.get('/feed?kinds=boat').expect(400);
    await delivery.asService.get('/feed?after=boat').expect(400);
  });

  it('makes records of test reports', async () => {
    const post = (body: string, query = ORIGIN) =>
      delivery
        .call('post', `/test-results${query}`, 'service')
        .set('Content-Type', 'application/xml')
        .send(body);
    const read = { rejected: [], testCases: 3, ignored: [] };
    await post(REPORT).expect(202, { accepted: 1, duplicates: 0, ...read });
    await post(REPORT).expect(202, { accepted: 0, duplicates: 1, ...read });
    await delivery.normalise();
    const { body } = await delivery.asService.get('/feed?kinds=test');
    expect(body.items).toMatchObject([
      { case: 'a < b', outcome: 'failure' },
      { case: 'adds', outcome: 'success', durationMs: 250 },
      { case: 'later', suite: 'unit', outcome: 'skipped' },
    ]);
    expect(body.items[0].run).toBe('run:github:acme/checkout:7:1');

    const bomb = `<!DOCTYPE a [<!ENTITY b "bb">]><testsuites/>`;
    const deep = `<testsuites>${'<testsuite>'.repeat(
      5_000,
    )}${'</testsuite>'.repeat(5_000)}</testsuites>`;
    for (const bad of ['<a/>', '<testsuites>', 'x', bomb, deep]) {
      await post(bad).expect(400);
    }
    await post(REPORT, '?repo=acme/checkout').expect(400);
    await post(`<testsuites>${' '.repeat(6_000_000)}</testsuites>`).expect(413);
  });

  it('lists what cannot be read, and reads it again', async () => {
    await delivery.deliver([{ type: 'broken', at: AT }]);
    await delivery.normalise();
    const list = () => delivery.get('/sources/quarantine?source=test');
    const { body } = await list().expect(200);
    expect(body).toMatchObject({
      totalItems: 1,
      items: [
        {
          reason: 'Cannot read properties of undefined',
          payload: { type: 'broken' },
        },
      ],
    });
    await delivery.post('/sources/quarantine/replays', {}).expect(400);
    await delivery
      .post('/sources/quarantine/replays', { ids: [body.items[0].id] })
      .expect(202, { replayed: 1 });
    await delivery.normalise();
    expect((await list()).body.totalItems).toBe(1);
  });

  it('says how sources do', async () => {
    expect(await health('closed')).toMatchObject({
      state: 'off',
      remedy: 'Set the secret',
    });
    expect(await health('junit')).toMatchObject({
      state: 'ok',
      canPull: false,
    });
    const test = await health('test');
    expect(test).toMatchObject({ state: 'ok', unmatched: 0, canPull: true });
    expect(test.eventsByHour).toHaveLength(24);
    expect(test.lagP90).toEqual(expect.any(Number));
  });

  it('asks sources for what was not sent', async () => {
    await delivery.deliver([tells(AT, run('known'))]);
    await delivery.normalise();
    await delivery.run('reconcile-test');
    await delivery.normalise();
    expect(pulled).toEqual([['acme/checkout', 'acme/search']]);
    expect(await health('test')).toMatchObject({
      reconciled: {
        state: 'done',
        read: 2,
        missing: 1,
        different: 0,
        error: expect.stringContaining('acme/checkout: is gone'),
      },
    });
  });

  it('has failed when nobody could be asked, not when somebody had nothing to tell', async () => {
    await delivery.run('reconcile-away');
    expect((await health('away')).reconciled).toMatchObject({
      state: 'failed',
      read: 0,
      error: '2 could not be asked, the first of them acme/checkout: is away',
    });
    await delivery.run('reconcile-quiet');
    expect((await health('quiet')).reconciled).toMatchObject({
      state: 'done',
      error: '1 could not be asked, the first of them acme/checkout: is away',
    });
  });

  it('goes back in time on request, one at a time', async () => {
    const ask = (source: string, days: unknown) =>
      delivery.post('/sources/backfills', { source, days });
    await ask('test', 91).expect(400);
    await ask('nowhere', 3).expect(404);
    await ask('closed', 3).expect(400);
    const { body } = await ask('test', 3).expect(202);
    expect(body).toMatchObject({ state: 'queued', read: 0 });
    await ask('test', 3).expect(409);
    await delivery.run('run-backfills');
    expect((await health('test')).backfill).toMatchObject({
      id: body.id,
      state: 'done',
      read: 2,
    });
    await ask('test', 3).expect(202);
  });
});
