import { TestDatabases } from '@backstage/backend-test-utils';
import { DeliveryRecord } from '@fairlead/backstage-plugin-delivery-common';
import fc from 'fast-check';
import { setImmediate } from 'node:timers/promises';
import {
  change,
  deployment,
  FIRST_DAY,
  histories,
  incident,
  run,
} from './__testUtils__/histories';
import { startMeasuring } from './__testUtils__/startMeasuring';
import { writeDeliveredChanges } from './writeDeliveredChanges';
import { DatabaseDeliveredChanges } from '../answers/delivered';
import { removeRecords } from '../records/store/removeRecords';

jest.setTimeout(240_000);

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const CHECKOUT = 'component:default/checkout';

/** In any order, cut into a few parts, some of which come twice. */
const arrivals = histories.chain(records =>
  fc.record({
    records: fc.constant(records),
    shuffled: fc.shuffledSubarray(records, { minLength: records.length }),
    size: fc.integer({ min: 3, max: 15 }),
    again: fc.integer({ min: 0, max: 3 }),
  }),
);

describe.each(databases.eachSupportedId())('measuring (%s)', id => {
  const clock = { now: FIRST_DAY + 120 * DAY };
  const config = { calendar: { timeZone: 'Europe/Oslo' } };
  let measuring: Awaited<ReturnType<typeof startMeasuring>>;

  beforeAll(async () => {
    measuring = await startMeasuring({
      knex: await databases.init(id),
      clock,
      config,
    });
  });

  afterEach(async () => {
    for (const table of [
      'records',
      'record_entities',
      'changed_days',
      'sample_days',
      'measured_entities',
      'delivered_changes',
    ]) {
      await measuring.db(table).delete();
    }
  });

  it('comes to the same whatever the order and the parts in which records came', async () => {
    await fc.assert(
      fc
        .asyncProperty(arrivals, async ({ records, shuffled, size, again }) => {
          const [inParts, atOnce] = ['component:x/parts', 'component:x/once'];
          for (let start = 0; start < shuffled.length; start += size) {
            const part = shuffled.slice(start, start + size);
            await measuring.store(
              [...part, ...shuffled.slice(0, again)],
              [inParts],
            );
            await measuring.measure();
          }
          await measuring.store(records, [atOnce]);
          await measuring.measure();

          const [parts, once] = [
            await measuring.stored(inParts),
            await measuring.stored(atOnce),
          ];
          expect(parts.days).toEqual(once.days);
          expect(parts.heads).toEqual(once.heads);
          expect(parts.delivered).toEqual(once.delivered);
          expect(once.days.length).toBeGreaterThan(0);
        })
        .afterEach(async () => {
          await measuring.db('records').delete();
          await measuring.db('record_entities').delete();
          await measuring.db('changed_days').delete();
          await measuring.db('sample_days').delete();
          await measuring.db('open_authors').delete();
          await measuring.db('delivered_changes').delete();
          await measuring.db('measured_entities').delete();
        }),
      { numRuns: id === 'SQLITE_3' ? 12 : 4 },
    );
  });

  const twoWeeks = (): DeliveryRecord[] =>
    [1, 2, 3, 4].flatMap(number => [
      change(number, FIRST_DAY + number * 3 * DAY),
      deployment(`${number}`, FIRST_DAY + number * 3 * DAY + HOUR),
      ...run({
        number,
        attempt: 1,
        at: FIRST_DAY + number * 3 * DAY - 4 * HOUR,
        minutes: 10,
        failed: false,
      }),
    ]);

  it('writes nothing and keeps the revision when nothing changed', async () => {
    await measuring.store(twoWeeks(), [CHECKOUT]);
    await measuring.measure();
    const before = await measuring.stored(CHECKOUT);
    await measuring.store(twoWeeks(), [CHECKOUT]);
    await expect(measuring.measure()).resolves.toBe(1);
    await expect(measuring.stored(CHECKOUT)).resolves.toEqual(before);
    await expect(measuring.measure()).resolves.toBe(0);
  });

  it('writes only the days that a late incident changes', async () => {
    await measuring.store(twoWeeks(), [CHECKOUT]);
    await measuring.measure();
    const before = await measuring.stored(CHECKOUT);
    const detectedAt = FIRST_DAY + 2 * 3 * DAY + 3 * HOUR;
    await measuring.store([incident('P1', detectedAt)], [CHECKOUT]);
    await measuring.measure();

    const after = await measuring.stored(CHECKOUT);
    const known = new Set(before.days.map(day => JSON.stringify(day)));
    const written = after.days.filter(day => !known.has(JSON.stringify(day)));
    expect(written.map(({ measure, day }) => [measure, day])).toEqual([
      ['changeFailRate', '2026-03-24'],
      ['recoveryTime', '2026-03-24'],
    ]);
    expect(after.revision).toBeGreaterThan(before.revision);
  });

  it('removes days on which nothing is left', async () => {
    await measuring.store(twoWeeks(), [CHECKOUT]);
    await measuring.measure();
    await measuring.db.transaction(async tx => {
      await tx('record_entities').where('entity_ref', CHECKOUT).delete();
      await tx('changed_days').insert({
        entity_ref: CHECKOUT,
        part: 'flow',
        day: '2026-03-21',
        since: clock.now,
      });
      await tx('changed_days').insert(
        ['2026-03-21', '2026-03-24', '2026-03-27', '2026-03-30'].map(day => ({
          entity_ref: CHECKOUT,
          part: 'ci',
          day,
          since: clock.now,
        })),
      );
    });
    await measuring.measure();
    const { days, heads } = await measuring.stored(CHECKOUT);
    expect(days).toEqual([]);
    expect(heads).toMatchObject({
      leadTime: { missing: 'no-deployments' },
      'ci.queue': { missing: 'no-jobs' },
      'ci.runTime': { missing: 'no-runs' },
      waits: { missing: 'no-changes' },
    });
  });

  it('names the deployment that succeeded, and not one that failed before', async () => {
    const at = FIRST_DAY + 20 * DAY;
    await measuring.store(
      [
        deployment('1', FIRST_DAY),
        change(2, at),
        deployment('2', at + HOUR, { state: 'failure' }),
        deployment('3', at + 2 * HOUR, { sha: 'm2' }),
      ],
      [CHECKOUT],
    );
    await measuring.measure();
    const { delivered } = await measuring.stored(CHECKOUT);
    expect(delivered).toEqual([
      {
        change: 'change:test:acme/checkout:2',
        deployment: 'deployment:test:acme/checkout:3',
        at: at + 2 * HOUR,
      },
    ]);
  });

  it('tells whoever goes on with cursors of each delivered change once, while several processes measure', async () => {
    const refs = ['a', 'b', 'c', 'd', 'e'].map(name => `component:x/${name}`);
    await measuring.store(twoWeeks(), refs);
    const delivered = DatabaseDeliveredChanges.create({
      db: measuring.db,
      originRules: [],
    });
    const told: string[] = [];
    let isMeasured = false;
    const readOn = async () => {
      let after: string | undefined;
      for (;;) {
        const isLast = isMeasured;
        const page = await delivered.read({ after, limit: 2 });
        told.push(
          ...page.items.map(({ change: key, entityRef }) => entityRef + key),
        );
        after = page.cursor;
        if (isLast && !page.hasMore) {
          return;
        }
        // SQLite answers at once: without this nobody else would have a turn.
        await setImmediate();
      }
    };
    const reading = readOn();
    await Promise.all([1, 2, 3].map(() => measuring.measure()));
    isMeasured = true;
    await reading;
    expect(told.sort()).toEqual(
      refs.flatMap(ref =>
        [2, 3, 4].map(number => `${ref}change:test:acme/checkout:${number}`),
      ),
    );
  });

  it('goes on to know what was brought by a deployment that was removed with age, or that is the first known now', async () => {
    await measuring.store(twoWeeks(), [CHECKOUT]);
    await measuring.measure();
    const before = await measuring.stored(CHECKOUT);
    expect(before.delivered.map(({ deployment: key }) => key)).toEqual(
      [2, 3, 4].map(n => `deployment:test:acme/checkout:${n}`),
    );
    for (const removed of [1, 2]) {
      await measuring.db.transaction(tx =>
        removeRecords(tx, [`deployment:test:acme/checkout:${removed}`]),
      );
      await measuring.store(
        [change(4, FIRST_DAY + 12 * DAY, { title: `After ${removed}` })],
        [CHECKOUT],
      );
      await measuring.measure();
      expect(await measuring.stored(CHECKOUT)).toMatchObject({
        delivered: before.delivered,
        deliveredRevisions: before.deliveredRevisions,
      });
    }
    await measuring.db.transaction(tx =>
      removeRecords(tx, ['change:test:acme/checkout:3']),
    );
    const { delivered } = await measuring.stored(CHECKOUT);
    expect(delivered).toEqual([before.delivered[0], before.delivered[2]]);
  });

  it('takes back what turns out to have come in a gap of the records', async () => {
    const deployed = FIRST_DAY + 80 * DAY;
    await measuring.store(
      [
        deployment('1', FIRST_DAY),
        change(2, FIRST_DAY + 2 * DAY),
        deployment('between', FIRST_DAY + 40 * DAY, { sha: 'm1' }),
        deployment('2', deployed),
      ],
      [CHECKOUT],
    );
    await measuring.measure();
    const before = await measuring.stored(CHECKOUT);
    expect(before.delivered).toMatchObject([{ at: deployed }]);
    await measuring.db.transaction(tx =>
      removeRecords(tx, ['deployment:test:acme/checkout:between']),
    );
    await measuring.store(
      [change(2, FIRST_DAY + 2 * DAY, { title: 'Greet' })],
      [CHECKOUT],
    );
    await measuring.measure();
    const after = await measuring.stored(CHECKOUT);
    expect(after.delivered).toEqual([]);
    expect(after.deliveredRevisions[0]).toBeGreaterThan(
      before.deliveredRevisions[0],
    );
  });

  it('writes nothing of a change that was removed while it was measured', async () => {
    await measuring.store([change(3, FIRST_DAY)], [CHECKOUT]);
    const toDelivery = (number: number) => ({
      changeKey: `change:test:acme/checkout:${number}`,
      deploymentKey: 'deployment:test:acme/checkout:1',
      deployedAt: FIRST_DAY + DAY,
      status: 'delivered' as const,
    });
    await measuring.db.transaction(tx =>
      writeDeliveredChanges(tx, {
        entityRef: CHECKOUT,
        deliveries: [toDelivery(4), toDelivery(3)],
      }),
    );
    const { delivered } = await measuring.stored(CHECKOUT);
    expect(delivered.map(one => one.change)).toEqual([
      'change:test:acme/checkout:3',
    ]);
  });

  it('knows who wrote what is on its way, until it has arrived', async () => {
    const authors = () =>
      measuring
        .db('open_authors')
        .where('entity_ref', CHECKOUT)
        .orderBy('person')
        .pluck('person');
    const at = FIRST_DAY + 30 * DAY;
    const open = (number: number, author: string) =>
      change(number, at, { author, mergedAt: undefined, mergeSha: undefined });
    await measuring.store([open(8, 'p1'), open(9, 'p2')], [CHECKOUT]);
    await measuring.measure();
    expect(await authors()).toEqual(['p1', 'p2']);

    await measuring.store(
      [change(8, at, { author: 'p1' }), deployment('8', at + HOUR)],
      [CHECKOUT],
    );
    await measuring.measure();
    expect(await authors()).toEqual(['p2']);
  });

  it('cuts days where the clock of the place does', async () => {
    // In Oslo 29 March 2026 begins at 23:00 UTC, has 23 hours and ends at 22:00 UTC.
    const at = (text: string) => Date.parse(`2026-03-${text}:00.000Z`);
    await measuring.store(
      [
        deployment('1', at('25T12:00')),
        deployment('2', at('28T22:59')),
        deployment('3', at('28T23:00')),
        deployment('4', at('29T21:59')),
        deployment('5', at('29T22:00')),
      ],
      [CHECKOUT],
    );
    await measuring.measure();
    const { days } = await measuring.stored(CHECKOUT);
    expect(
      days
        .filter(({ measure }) => measure === 'deploymentFrequency')
        .map(({ day, samples }) => [day, JSON.parse(samples).s.length]),
    ).toEqual([
      ['2026-03-25', 1],
      ['2026-03-28', 1],
      ['2026-03-29', 2],
      ['2026-03-30', 1],
    ]);
  });

  it('judges a deployment when it is old enough, without anything being told', async () => {
    clock.now = FIRST_DAY + 2 * HOUR;
    await measuring.store(
      [deployment('1', FIRST_DAY), deployment('2', FIRST_DAY + HOUR)],
      [CHECKOUT],
    );
    await measuring.measure();
    const judged = async () => {
      const { days } = await measuring.stored(CHECKOUT);
      return days
        .filter(({ measure }) => measure === 'changeFailRate')
        .flatMap(({ samples }) => JSON.parse(samples).s ?? []).length;
    };
    await expect(judged()).resolves.toBe(0);
    clock.now = FIRST_DAY + 24.5 * HOUR;
    await measuring.measure();
    await expect(judged()).resolves.toBe(1);
    clock.now = FIRST_DAY + 26 * HOUR;
    await measuring.measure();
    await expect(judged()).resolves.toBe(2);
    clock.now = FIRST_DAY + 120 * DAY;
  });

  it('takes up what a process that died had in hand, once its lease has run out', async () => {
    await measuring.store(twoWeeks(), [CHECKOUT]);
    await measuring.db('measured_entities').insert({
      entity_ref: CHECKOUT,
      revision: 1_000_000,
      measured_at: 0,
      claimed_until: clock.now + 60_000,
      options: '',
      heads: '{}',
    });
    await expect(measuring.measure()).resolves.toBe(0);
    clock.now += 61_000;
    await expect(measuring.measure()).resolves.toBe(1);
    const { days } = await measuring.stored(CHECKOUT);
    expect(days).not.toEqual([]);
  });

  it('keeps what is marked again while it measures', async () => {
    await measuring.store(twoWeeks(), [CHECKOUT]);
    await Promise.all([
      measuring.measure(),
      measuring.measure(),
      measuring.store([deployment('9', FIRST_DAY + 20 * DAY)], [CHECKOUT]),
    ]);
    await measuring.measure();
    const { days } = await measuring.stored(CHECKOUT);
    expect(
      days
        .filter(({ measure }) => measure === 'deploymentFrequency')
        .map(({ day }) => day),
    ).toContain('2026-04-07');
    await expect(measuring.measure()).resolves.toBe(0);
  });

  it('measures everything anew when the configuration asks for other numbers', async () => {
    await measuring.store(twoWeeks(), [CHECKOUT]);
    await measuring.measure();
    const elsewhere = await startMeasuring({
      knex: measuring.db,
      clock,
      config: { calendar: { timeZone: 'Pacific/Auckland' } },
    });
    await expect(elsewhere.measure()).resolves.toBe(1);
    const { days } = await measuring.stored(CHECKOUT);
    const dayOf = (measure: string) =>
      days.find(day => day.measure === measure)?.day;
    expect(dayOf('deploymentFrequency')).toBe('2026-03-21');
    expect(dayOf('jobs')).toBe('2026-03-21');
    expect(days.filter(({ measure }) => measure === 'jobs')).toHaveLength(4);
  });
});
