import { TestDatabases } from '@backstage/backend-test-utils';
import { component, COMPONENT, scorecard } from '../../__testUtils__/entities';
import { DAY, startServices } from '../../__testUtils__/startServices';
import { SEES_ALL } from '../../catalog/visibility';
import { ScorecardVersionCache } from '../../judging/definitions/ScorecardVersionCache';
import { createLocalDays } from '../results';
import { DailyTotalsReader } from '../results/history/DailyTotalsReader';
import { readDailyTotals } from '../results/history/readDailyTotals';
import { replayDailyTotals } from '../results/history/replayDailyTotals';
import { removeOldTransitions } from './removeOldTransitions';
import { writeDailyTotals } from './writeDailyTotals';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

jest.setTimeout(60_000);

const days = createLocalDays('UTC');

describe.each(databases.eachSupportedId())('history, %s', id => {
  async function start() {
    const services = await startServices({
      knex: await databases.init(id),
      entities: [
        component('ferry', 'group:default/crew'),
        component('tug', 'group:default/crew'),
        component('wreck', ''),
        scorecard({ checks: [{ id: 'leaks' }, { id: 'dents', weight: 2 }] }),
      ],
    });
    await services.catchUp();
    await services.send(COMPONENT, { leaks: 1, dents: 99 });
    await services.evaluator.run();
    const totals = () =>
      services.db('daily_totals').select('*').orderBy(['day', 'owner_ref']);
    return { ...services, totals };
  }

  it('writes the totals of the day for each owner, and only when they changed', async () => {
    const { clock, db, evaluator, send, totals } = await start();
    expect(await writeDailyTotals(db, { days, now: clock.now })).toBe(2);
    expect(await totals()).toEqual([
      {
        day: '2026-11-20',
        scorecard_ref: 'scorecard:default/seaworthy',
        owner_ref: '',
        entities: 1,
        levels: '{"none":1}',
        statuses: '{"no-data":2}',
        score_pass: 0,
        score_total: 3,
      },
      {
        day: '2026-11-20',
        scorecard_ref: 'scorecard:default/seaworthy',
        owner_ref: 'group:default/crew',
        entities: 2,
        levels: '{"none":2}',
        statuses: '{"fail":1,"no-data":2,"pass":1}',
        score_pass: 1,
        score_total: 6,
      },
    ]);
    expect(await writeDailyTotals(db, { days, now: clock.now })).toBe(0);

    await send(COMPONENT, { dents: 0 }, clock.now + 1);
    await evaluator.run();
    expect(await writeDailyTotals(db, { days, now: clock.now })).toBe(1);
    expect(await totals()).toMatchObject([
      {},
      { levels: '{"gold":1,"none":1}' },
    ]);
  });

  it('counts by the days of the time zone, as delivery does', async () => {
    const { clock, db, totals } = await start();
    clock.now = Date.parse('2026-11-20T20:00:00Z');
    await writeDailyTotals(db, {
      days: createLocalDays('Asia/Tokyo'),
      now: clock.now,
    });
    expect((await totals()).map(({ day }) => day)).toEqual([
      '2026-11-21',
      '2026-11-21',
    ]);
  });

  it('keeps the days that are over, and drops an owner who left during the day', async () => {
    const { catalog, catchUp, clock, db, totals } = await start();
    await writeDailyTotals(db, { days, now: clock.now });
    clock.now += DAY;
    await writeDailyTotals(db, { days, now: clock.now });
    catalog.put(component('wreck', 'group:default/crew'));
    await catchUp();
    await writeDailyTotals(db, { days, now: clock.now });
    expect(
      (await totals()).map(row => [row.day, row.owner_ref, row.entities]),
    ).toEqual([
      ['2026-11-20', '', 1],
      ['2026-11-20', 'group:default/crew', 2],
      ['2026-11-21', 'group:default/crew', 3],
    ]);
  });

  it('replays from the transitions what was stored day by day', async () => {
    const leaks = { id: 'leaks' };
    const dents = { id: 'dents', weight: 2 };
    const clock = { now: Date.now() - 7 * DAY };
    const from = days.dayOf(clock.now);
    const { catalog, catchUp, db, definitions, evaluator, send } =
      await startServices({
        clock,
        knex: await databases.init(id),
        entities: [
          component('ferry', 'group:default/crew'),
          component('tug', 'group:default/crew'),
          scorecard({ checks: [leaks, dents] }),
        ],
      });
    const steps = [
      () => send(COMPONENT, { leaks: 1, dents: 99 }),
      async () => catalog.put(component('raft', 'group:default/crew')),
      () => send(COMPONENT, { leaks: 0, dents: 0 }),
      async () => catalog.put(component('gig', 'group:default/crew')),
      // A check goes, changes unseen, comes back and changes once more.
      async () => catalog.put(scorecard({ checks: [dents] })),
      async () => {
        await send(COMPONENT, { leaks: 5 });
        catalog.put(scorecard({ checks: [leaks, dents] }));
      },
      () => send(COMPONENT, { leaks: 0, dents: 99 }),
    ];
    for (const step of steps) {
      await step();
      await catchUp();
      await evaluator.run();
      await writeDailyTotals(db, { days, now: clock.now });
      clock.now += DAY;
    }
    const options = {
      db,
      definitions,
      versions: new ScorecardVersionCache({ db }),
      scorecardRef: 'scorecard:default/seaworthy',
      days,
      from,
      to: days.dayOf(clock.now - DAY),
      visibility: SEES_ALL,
    };
    const stored = await readDailyTotals(options);
    expect(stored.map(({ entities }) => entities)).toEqual([
      2, 3, 3, 4, 4, 4, 4,
    ]);
    expect(await replayDailyTotals(options)).toEqual(stored);
    for (const index of [1, 2]) {
      expect(
        await replayDailyTotals({ ...options, from: stored[index].day }),
      ).toEqual(stored.slice(index));
    }

    // Kept, until one of those who are seen goes.
    const today = days.dayOf(Date.now());
    const seen = {
      ...options,
      to: today,
      visibility: {
        ...SEES_ALL,
        entities: { conditions: { key: 'kind', values: ['component'] } },
      },
    };
    const reader = new DailyTotalsReader(options);
    for (const _ of ['replayed', 'kept']) {
      expect(await reader.read(seen)).toEqual([
        ...stored,
        { ...stored.at(-1), day: today },
      ]);
    }
    catalog.remove('component:default/ferry');
    await catchUp();
    const without = await reader.read(seen);
    expect(without.map(({ entities }) => entities)).toEqual([
      1, 2, 2, 3, 3, 3, 3, 3,
    ]);
    expect(without).toEqual(await replayDailyTotals(seen));
  });

  it('forgets transitions that are too old, and no others', async () => {
    const { clock, db } = await start();
    const count = async () => (await db('transitions')).length;
    const all = await count();
    expect(await removeOldTransitions(db, { before: clock.now })).toBe(0);
    expect(await removeOldTransitions(db, { before: clock.now + 1 })).toBe(all);
    expect(await count()).toBe(0);
  });
});
