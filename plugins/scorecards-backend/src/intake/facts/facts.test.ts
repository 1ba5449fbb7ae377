import { TestDatabases } from '@backstage/backend-test-utils';
import { JsonValue } from '@backstage/types';
import { FactSource } from '@fairlead/backstage-plugin-scorecards-node';
import {
  component,
  COMPONENT,
  entity,
  scorecard,
} from '../../__testUtils__/entities';
import {
  DAY,
  HOUR,
  MINUTE,
  startServices,
} from '../../__testUtils__/startServices';
import { SinkEntry } from './FactSink';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

jest.setTimeout(60_000);

const LEAKS = 'harbour.hull.leaks';

const radar: FactSource = {
  id: 'radar',
  title: 'Radar',
  facts: [
    {
      id: 'radar.echo.seen',
      type: 'boolean',
      title: 'Echo seen',
      description: 'Whether the radar saw it.',
    },
  ],
  schedule: { frequency: { trigger: 'manual' }, timeout: { minutes: 1 } },
  async *observe() {},
};

describe.each(databases.eachSupportedId())('facts, %s', id => {
  async function start() {
    const services = await startServices({
      knex: await databases.init(id),
      entities: [component(), scorecard()],
      sources: [radar],
    });
    await services.catchUp();
    const put = (values: Record<string, JsonValue>, more: object = {}) =>
      services.sink.put([
        { entityRef: COMPONENT, source: 'inspector', values, ...more },
      ]);
    return { ...services, put };
  }

  let sharedServices: ReturnType<typeof start> | undefined;
  const shared = () => (sharedServices ??= start());

  it('stores what was seen, with its unit and the time at which it turns stale', async () => {
    const { clock, facts, send } = await start();
    await send(COMPONENT, { leaks: 3 });
    expect(await facts.list(COMPONENT)).toEqual([
      {
        id: LEAKS,
        value: 3,
        unit: 'count',
        source: 'inspector',
        observedAt: new Date(clock.now).toISOString(),
        expiresAt: new Date(clock.now + DAY).toISOString(),
        state: 'ok',
      },
    ]);
    expect(await facts.list(COMPONENT, { now: clock.now + DAY })).toMatchObject(
      [{ state: 'stale', value: 3 }],
    );
  });

  it('changes nothing for an observation as old as the stored one, or older', async () => {
    const { clock, facts, send } = await start();
    await send(COMPONENT, { leaks: 3 });
    expect(await send(COMPONENT, { leaks: 4 }, clock.now)).toEqual({
      accepted: 1,
      rejected: [],
    });
    await send(COMPONENT, { leaks: 5 }, clock.now - HOUR);
    expect(await facts.list(COMPONENT)).toMatchObject([{ value: 3 }]);
  });

  it('writes an unchanged value again only once a quarter of its time to live is over', async () => {
    const { clock, db, send } = await start();
    await send(COMPONENT, { leaks: 3 });
    const first = await db('facts').first();
    const [{ revision }] = await db('entities')
      .select('revision')
      .where('entity_ref', COMPONENT);

    clock.now += 6 * HOUR - 1;
    await send(COMPONENT, { leaks: 3 });
    expect(await db('facts').first()).toEqual(first);
    expect(
      await db('entities').where({ entity_ref: COMPONENT, revision }),
    ).toHaveLength(1);

    clock.now += 1;
    await send(COMPONENT, { leaks: 3 });
    const { observed_at: observedAt } = await db('facts').first();
    expect(Number(observedAt)).toBe(clock.now);
  });

  it('minds the shortest age that a check asks for', async () => {
    const { catalog, catchUp, clock, db, send } = await start();
    catalog.put(scorecard({ checks: [{ id: 'leaks', maxAge: '20m' }] }));
    await catchUp();
    await send(COMPONENT, { leaks: 3 });
    clock.now += 5 * MINUTE;
    await send(COMPONENT, { leaks: 3 });
    const { observed_at: observedAt } = await db('facts').first();
    expect(Number(observedAt)).toBe(clock.now);
  });

  it('takes in more than it holds at once, and numbers what it rejects among all', async () => {
    const { facts, sink } = await start();
    const entries = Array.from({ length: 60 }, (_, index) => ({
      entityRef: index % 20 === 19 ? 'component:default/ghost' : COMPONENT,
      source: 'inspector',
      values: { [`harbour.log.page${index}`]: 'x'.repeat(8_000) },
    }));
    expect(await sink.put(entries)).toMatchObject({
      accepted: 57,
      rejected: [{ index: 19 }, { index: 39 }, { index: 59 }],
    });
    expect(await facts.list(COMPONENT)).toHaveLength(57);
  });

  it('lets the newest of many writers at once win', async () => {
    const { clock, facts, send } = await start();
    const order = [3, 9, 1, 7, 5, 8, 2, 6, 4, 0];
    await Promise.all(
      order.map(n => send(COMPONENT, { leaks: n, dents: n }, clock.now + n)),
    );
    expect(await facts.list(COMPONENT)).toMatchObject([
      { id: 'harbour.hull.dents', value: 9 },
      { id: LEAKS, value: 9 },
    ]);
  });

  it('takes the newest of several entries about one fact', async () => {
    const { clock, facts, sink } = await start();
    const at = (n: number) => ({
      entityRef: COMPONENT,
      source: 'inspector',
      observedAt: new Date(clock.now + n).toISOString(),
      values: { [LEAKS]: n },
    });
    expect(await sink.put([at(1), at(3), at(2)])).toMatchObject({
      accepted: 3,
    });
    expect(await facts.list(COMPONENT)).toMatchObject([{ value: 3 }]);
  });

  it('looks an entity up in the catalog that the last sync did not know', async () => {
    const { catalog, facts, send } = await start();
    catalog.put(component('tug'));
    expect(await send('Component:tug', { leaks: 1 })).toMatchObject({
      accepted: 1,
    });
    expect(await facts.list('component:default/tug')).toHaveLength(1);
  });

  it('remembers who sent what, so that scorecards can name it', async () => {
    const { knownFacts, put } = await start();
    await put({ 'weather.wind.speed': 12 });
    const known = await knownFacts.list();
    expect(known.find(fact => fact.id === 'weather.wind.speed')).toEqual({
      id: 'weather.wind.speed',
      sources: ['inspector'],
      declared: false,
    });
    expect(known.find(fact => fact.id === 'radar.echo.seen')).toMatchObject({
      declared: true,
      sources: ['radar'],
    });
  });

  it('keeps the last value beside what the source failed on since', async () => {
    const { clock, facts, sink } = await start();
    const observed = (values: object, failures?: object) =>
      sink.put(
        [
          {
            entityRef: COMPONENT,
            source: 'radar',
            values: { ...values },
            failures: { ...failures },
          },
        ],
        { scheduledSource: 'radar' },
      );
    await observed({ 'radar.echo.seen': true });
    const since = new Date(clock.now).toISOString();
    clock.now += MINUTE;
    await observed({}, { 'radar.echo.seen': { error: 'Fog' } });
    expect(await facts.list(COMPONENT)).toMatchObject([
      { value: true, observedAt: since, state: 'error', error: 'Fog' },
    ]);
    clock.now += MINUTE;
    await observed({ 'radar.echo.seen': true });
    expect(await facts.list(COMPONENT)).toEqual([
      expect.not.objectContaining({ error: expect.anything() }),
    ]);
  });

  it('forgets a fact that turned out to have no value', async () => {
    const { clock, facts, sink } = await start();
    const options = { scheduledSource: 'radar' };
    const entry = { entityRef: COMPONENT, source: 'radar' };
    await sink.put(
      [{ ...entry, values: { 'radar.echo.seen': true } }],
      options,
    );
    clock.now += MINUTE;
    await sink.put(
      [{ ...entry, values: {}, absent: ['radar.echo.seen'] }],
      options,
    );
    expect(await facts.list(COMPONENT)).toEqual([]);
  });

  it('lets the facts of an entity go with it', async () => {
    const { catalog, catchUp, db, send } = await start();
    await send(COMPONENT, { leaks: 3 });
    catalog.remove(COMPONENT);
    await catchUp();
    expect(await db('facts')).toEqual([]);
  });

  it.each([
    ['no entity ref', { entityRef: 'ferry' }, /not an entity ref/],
    [
      'a ref that turns words',
      { entityRef: 'fer\u202ery' },
      /^'\u2068fer\u202ery\u202c\u2069' is not an/,
    ],
    [
      'an unknown entity',
      { entityRef: 'component:default/ghost' },
      /There is no entity/,
    ],
    ['a person', { entityRef: 'user:default/mira' }, /There is no entity/],
    ['an odd source', { source: 'in spec' }, /is not a source/],
    [
      'the name of a scheduled source',
      { source: 'radar' },
      /scheduled source of this backend/,
    ],
    ['no time', { observedAt: 'today' }, /not an ISO 8601 time/],
    [
      'a time ahead',
      { observedAt: '2026-11-20T12:05:01Z' },
      /more than 5 minutes ahead/,
    ],
    ['an odd fact', { values: { Leaks: 1 } }, /not a fact id/],
    ['a wrong type', { values: { [LEAKS]: 'few' } }, /declared as number/],
    [
      'the fact of a scheduled source',
      { values: { 'radar.echo.seen': true } },
      /declared by the scheduled source 'radar'/,
    ],
    ['no value', { values: { 'a.b.c': null } }, /has no value/],
    [
      'a value that is too large',
      { values: { 'a.b.c': 'x'.repeat(9_000) } },
      /larger than 8 KiB/,
    ],
    [
      'a value that is too deep',
      {
        values: {
          'a.b.c': JSON.parse('['.repeat(40) + ']'.repeat(40)),
        },
      },
      /nested deeper/,
    ],
    [
      'too many values',
      {
        values: Object.fromEntries(
          Array.from({ length: 201 }, (_, n) => [`a.b.c${n}`, n]),
        ),
      },
      /at most 200 values/,
    ],
  ] as [string, Partial<SinkEntry>, RegExp][])(
    'rejects %s as a whole',
    async (_, wrong, reason) => {
      const { db, sink } = await shared();
      const good = { entityRef: COMPONENT, source: 'inspector' };
      const answer = await sink.put([
        { ...good, values: { [LEAKS]: 1 } },
        {
          ...good,
          ...wrong,
          values: { ...wrong.values, 'good.fact.here': 1 },
        },
      ]);
      expect(answer).toEqual({
        accepted: 1,
        rejected: [{ index: 1, reason: expect.stringMatching(reason) }],
      });
      expect(await db('facts').select('fact_id')).toEqual([{ fact_id: LEAKS }]);
    },
  );

  it('takes text that a database would choke on', async () => {
    const { facts, put } = await start();
    const text = 'a\u0000b\ud800c';
    expect(await put({ 'odd.text.kept': text })).toMatchObject({
      accepted: 1,
    });
    expect(await facts.list(COMPONENT)).toMatchObject([{ value: text }]);
  });

  it('scores entities that have a fact, whatever their kind', async () => {
    const { catalog, send } = await start();
    catalog.put(entity('Group:crew'));
    expect(await send('group:default/crew', { leaks: 0 })).toMatchObject({
      accepted: 1,
    });
  });
});
