import { TestDatabases } from '@backstage/backend-test-utils';
import { JsonObject } from '@backstage/types';
import { fakeClock } from '../__testUtils__/fakeClock';
import { startDelivery } from '../__testUtils__/startDelivery';
import {
  createTestSource,
  tells,
  TEST_TOPIC,
} from '../__testUtils__/testSource';

jest.setTimeout(60_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

const run = (runId: string) => ({
  kind: 'run',
  repo: 'acme/checkout',
  runId,
  attempt: 1,
});

describe.each(databases.eachSupportedId())('retention (%s)', id => {
  afterEach(() => jest.useRealTimers());

  const start = async (config?: JsonObject) =>
    startDelivery({
      db: await databases.init(id),
      sources: [createTestSource({ id: 'cdevents', topics: [TEST_TOPIC] })],
      config,
    });

  it.each<[string, JsonObject | undefined, string[]]>([
    ['30 days', undefined, ['01-31T10', '01-31T11', '04-01T10', '04-01T11']],
    [
      'as long as configured',
      { delivery: { retention: { raw: { days: 2 } } } },
      ['01-03T10', '01-03T11', '01-07T10', '01-07T11'],
    ],
  ])(
    'keeps deliveries for %s, and what could not be read three times as long',
    async (_, config, [last, over, lastOfUnread, unreadOver]) => {
      fakeClock('2026-01-01T10:00:00Z');
      const portal = await start(config);
      const good = tells('2026-01-01T09:00:00.000Z', run('1'));
      const unheard = { type: 'unheard', at: '2026-01-01T09:00:00.000Z' };
      await portal.asService.post('/events', [good, unheard]).expect(202);
      await portal.deliver([{ type: 'broken' }]);
      await portal.normalise();
      const cleanUp = async (hour: string) => {
        jest.setSystemTime(new Date(`2026-${hour}:00:00Z`));
        await portal.run('clean-up');
      };
      const quarantined = async () =>
        (await portal.get('/sources/quarantine')).body.totalItems;

      await cleanUp(last);
      await portal.asService
        .post('/events', [good, unheard])
        .expect(202, { accepted: 0, duplicates: 2, rejected: [] });
      await cleanUp(over);
      // Nothing is known of them any more, so they count as new.
      await portal.asService
        .post('/events', [good, unheard])
        .expect(202, { accepted: 2, duplicates: 0, rejected: [] });
      await cleanUp(lastOfUnread);
      expect(await quarantined()).toBe(1);
      await cleanUp(unreadOver);
      expect(await quarantined()).toBe(0);
    },
  );

  it('keeps records for 400 days after the last that happened of them', async () => {
    fakeClock('2026-01-01T10:00:00Z');
    const portal = await start();
    await portal.run('sync-catalog');
    const old = { ...run('old'), createdAt: '2026-01-01T10:00:00.000Z' };
    await portal.deliver([
      tells('2026-01-01T10:00:00.000Z', old, { ...old, runId: 'long' }),
      {
        ...tells('2026-01-01T10:00:00.000Z', { ...old, runId: 'lost' }),
        subjects: [
          { annotation: 'github.com/project-slug', value: 'acme/lost' },
        ],
      },
    ]);
    const finishedAt = '2026-01-03T10:00:00.000Z';
    jest.setSystemTime(new Date(finishedAt));
    await portal.deliver([tells(finishedAt, { ...run('long'), finishedAt })]);
    await portal.normalise();
    const runs = async () => {
      const { body } = await portal.asService.get('/feed').expect(200);
      return body.items.map((item: { runId: string }) => item.runId).sort();
    };
    const unmatched = async () =>
      (await portal.get('/sources/unmatched')).body.totalItems;

    jest.setSystemTime(new Date('2027-02-05T10:00:00Z'));
    await portal.run('clean-up');
    expect(await runs()).toEqual(['long', 'lost', 'old']);
    expect(await unmatched()).toBe(1);

    jest.setSystemTime(new Date('2027-02-05T11:00:00Z'));
    await portal.run('clean-up');
    expect(await runs()).toEqual(['long']);
    expect(await unmatched()).toBe(0);
    const { body } = await portal
      .get(
        '/entities/component/default/checkout/history?from=2026-01-01T00:00:00Z&to=2026-02-01T00:00:00Z',
      )
      .expect(200);
    expect(body).toMatchObject({ totalItems: 1, items: [{ runId: 'long' }] });
  });

  it('never removes what waits to be read, which a process may leave to others', async () => {
    fakeClock('2026-01-01T10:00:00Z');
    const portal = await start({ delivery: { worker: { enabled: false } } });
    await portal.asService
      .post('/events', tells('2026-01-01T09:00:00.000Z', run('1')))
      .expect(202);
    await expect(portal.normalise()).rejects.toThrow('normalise');
    jest.setSystemTime(new Date('2027-01-01T10:00:00Z'));
    await portal.run('clean-up');
    const { body } = await portal.get('/sources').expect(200);
    expect(body.sources).toContainEqual(
      expect.objectContaining({ id: 'cdevents', backlog: 1 }),
    );
    const feed = await portal.asService.get('/feed').expect(200);
    expect(feed.body.items).toEqual([]);
  });
});
