import fc from 'fast-check';
import { PlannedTask, TrackPlan } from '../track';
import { planJourney } from './planJourney';
import { setupBegin } from './setupBegin';
import { settleJourney } from './settleJourney';
import { TaskRecord } from './taskRecord';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const START = Date.parse('2026-03-02T08:00:00Z');

const task = (id: string, more: Partial<PlannedTask> = {}): PlannedTask => ({
  id,
  title: `Title of ${id}`,
  links: [],
  ownerRef: 'group:default/platform',
  for: 'newcomer',
  after: [],
  optional: false,
  verifiedBy: { self: true },
  ...more,
});

const plan = (...tasks: PlannedTask[]): TrackPlan => ({
  title: 'Welcome',
  purpose: 'onboarding',
  ownerRef: 'group:default/platform',
  milestones: [
    { id: 'before', title: 'Before day one', due: 0, tasks: [], generate: [] },
    { id: 'week', title: 'First week', due: 7 * 86_400, tasks, generate: [] },
  ],
});

const stand = (
  of: TrackPlan,
  records: Record<string, TaskRecord> = {},
  now = START + HOUR,
) =>
  planJourney({
    plan: of,
    records: new Map(Object.entries(records)),
    createdAt: START - DAY,
    startAt: START,
    now,
  });

describe('planJourney', () => {
  it('locks a task until what comes first is settled, and says what that is', () => {
    const of = plan(
      task('a'),
      task('b'),
      task('c', { after: ['a', 'b', 'x'] }),
    );
    const third = (records: Record<string, TaskRecord>) =>
      stand(of, records).milestones[1].tasks[2];
    expect(third({})).toMatchObject({
      state: 'locked',
      lockedBy: [{ id: 'a' }, { id: 'b' }],
    });
    expect(third({ a: { state: 'done', doneAt: START } })).toMatchObject({
      lockedBy: [{ id: 'b', title: 'Title of b' }],
    });
    expect(
      third({
        a: { state: 'done', doneAt: START },
        b: { state: 'waived', waivedAt: START },
      }),
    ).toMatchObject({ state: 'open', lockedBy: [] });
  });

  it('goes on with what counts before what is optional, and with nothing of others', () => {
    const of = plan(
      task('laptop', { for: 'manager' }),
      task('coffee', { optional: true }),
      task('build'),
      task('change', { after: ['build'] }),
    );
    const done = { state: 'done', doneAt: START } as const;
    expect(stand(of).next).toBe('build');
    expect(stand(of, { build: done }).next).toBe('change');
    expect(stand(of, { build: done, change: done }).next).toBe('coffee');
    expect(
      stand(of, { build: done, change: done, coffee: done }).next,
    ).toBeUndefined();
  });

  it('is overdue only while something that counts is open', () => {
    const of = plan(task('a'), task('b', { optional: true }));
    const week = (records: Record<string, TaskRecord>, now: number) =>
      stand(of, records, now).milestones[1];
    expect(week({}, START + 7 * DAY)).toMatchObject({
      dueAt: START + 7 * DAY,
      isOverdue: false,
    });
    expect(week({}, START + 7 * DAY + 1).isOverdue).toBe(true);
    const done = { a: { state: 'done', doneAt: START } as const };
    expect(week(done, START + 8 * DAY).isOverdue).toBe(false);
  });

  it('is long at a task from when it could be taken up, after the one before', () => {
    const of = plan(
      task('a', { takes: 3600 }),
      task('b', { takes: 3600 }),
      task('laptop', { for: 'manager', takes: 3600 }),
    );
    const long = (records: Record<string, TaskRecord>, now: number) =>
      stand(of, records, now).milestones[1].tasks.flatMap(one =>
        one.isLong ? [one.task.id] : [],
      );
    expect(long({}, START + HOUR)).toEqual(['laptop']);
    expect(long({}, START + HOUR + 1)).toEqual(['a', 'b', 'laptop']);
    expect(
      long(
        { a: { state: 'done', doneAt: START + 2 * HOUR } },
        START + 3 * HOUR,
      ),
    ).toEqual(['laptop']);
  });

  it('shows what the catalog adds behind the tasks of the milestone, and not what it no longer adds', () => {
    const added = (id: string, position: number): TaskRecord => ({
      state: 'open',
      generated: { milestoneId: 'week', position, task: task(id) },
    });
    const { milestones } = stand(plan(task('a')), {
      second: added('second', 2),
      first: added('first', 1),
      gone: { ...added('gone', 3), state: 'gone' },
      elsewhere: {
        state: 'open',
        generated: { milestoneId: 'year', position: 1, task: task('x') },
      },
    });
    expect(milestones[1].tasks.map(one => one.task.id)).toEqual([
      'a',
      'first',
      'second',
    ]);
  });
});

describe('settleJourney', () => {
  const settle = (of: TrackPlan, records: Record<string, TaskRecord>) =>
    settleJourney({
      plan: of,
      records: new Map(Object.entries(records)),
      createdAt: START - DAY,
      startAt: START,
    });

  it('knows since when each task could be done', () => {
    const of = plan(
      task('laptop', { for: 'manager' }),
      task('a'),
      task('b', { after: ['a'] }),
      task('c', { after: ['b'] }),
    );
    const done = (doneAt: number): TaskRecord => ({ state: 'done', doneAt });
    expect(settle(of, { a: done(START + HOUR) }).openSince).toEqual(
      new Map([
        ['laptop', START - DAY],
        ['a', START],
        ['b', START + HOUR],
      ]),
    );
    // A record verified it before its turn.
    expect(settle(of, { b: done(START + HOUR) }).openSince).toEqual(
      new Map([
        ['laptop', START - DAY],
        ['a', START],
        ['c', START + HOUR],
      ]),
    );
  });

  it('counts what was done before the journey was kept from its start', () => {
    const of = plan(task('laptop', { for: 'manager' }), task('a'), task('b'));
    const done: TaskRecord = { state: 'done', doneAt: START + HOUR };
    const { openSince } = settleJourney({
      plan: of,
      records: new Map([
        ['laptop', done],
        ['a', done],
      ]),
      createdAt: START + DAY,
      startAt: START,
    });
    expect(openSince).toEqual(
      new Map([
        ['laptop', START],
        ['a', START],
        // Nobody is told after a day that they take too long.
        ['b', START + DAY],
      ]),
    );
  });

  it('is finished when all that counts is settled, at the time of the last', () => {
    const of = plan(task('a'), task('b'), task('c', { optional: true }));
    expect(settle(of, {})).toMatchObject({ state: 'not-started' });
    const a: TaskRecord = { state: 'done', doneAt: START + HOUR };
    expect(settle(of, { a })).toMatchObject({
      state: 'on-the-way',
      firstDoneAt: START + HOUR,
    });
    const b: TaskRecord = { state: 'not-applicable', waivedAt: START + DAY };
    expect(settle(of, { a, b })).toMatchObject({
      state: 'finished',
      finishedAt: START + DAY,
    });
    expect(settle(plan(), {}).state).toBe('not-started');
  });
});

it('counts setup from the first task, or the start where the build came first', () => {
  const from = (firstTaskAt?: number, builtAt?: number) =>
    setupBegin({ startAt: START, builtAt, firstTaskAt });
  expect(from()).toBe(START);
  expect(from(START + HOUR)).toBe(START + HOUR);
  expect(from(START + HOUR, START + DAY)).toBe(START + HOUR);
  expect(from(START + HOUR, START + HOUR)).toBe(START);
  expect(from(START - HOUR, START + HOUR)).toBe(START);
});

describe('any journey', () => {
  const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
  /** Tasks that come after some of those before them. */
  const anyPlan = fc
    .tuple(
      ...ids.map((_, index) =>
        fc.record({
          after: fc.subarray(ids.slice(0, index)),
          optional: fc.boolean(),
          for: fc.constantFrom('newcomer', 'buddy'),
        }),
      ),
    )
    .map(all => plan(...all.map((more, index) => task(ids[index], more))));
  const anyRecord: fc.Arbitrary<TaskRecord> = fc.oneof(
    fc.constant<TaskRecord>({ state: 'open' }),
    fc.integer({ min: 0, max: 30 }).map(
      (days): TaskRecord => ({
        state: 'done',
        doneAt: START + days * DAY,
      }),
    ),
    fc.record({
      state: fc.constantFrom('waived' as const, 'not-applicable' as const),
      waivedAt: fc.integer({ min: START, max: START + DAY }),
    }),
  );
  const anyRecords = fc
    .tuple(...ids.map(() => anyRecord))
    .map(all => all.map((record, index) => [ids[index], record] as const));

  it('ends the same in whatever order its tasks were told', () => {
    fc.assert(
      fc.property(
        anyPlan,
        anyRecords.chain(records =>
          fc.tuple(
            fc.constant(records),
            fc.shuffledSubarray(records, { minLength: ids.length }),
          ),
        ),
        (of, [one, other]) => {
          const settle = (records: typeof one) =>
            settleJourney({
              plan: of,
              records: new Map(records),
              createdAt: START,
              startAt: START,
            });
          expect(settle(other)).toEqual(settle(one));
          const look = (records: typeof one) =>
            stand(of, Object.fromEntries(records));
          expect(look(other)).toEqual(look(one));
        },
      ),
    );
  });

  it('is not set back by what is optional', () => {
    fc.assert(
      fc.property(anyPlan, anyRecords, (of, records) => {
        const optional = of.milestones[1].tasks.filter(one => one.optional);
        const without = Object.fromEntries(
          optional.map((one): [string, TaskRecord] => [
            one.id,
            { state: 'open' },
          ]),
        );
        const all = Object.fromEntries(records);
        const { done, total } = stand(of, all).progress;
        expect(stand(of, { ...all, ...without }).progress).toMatchObject({
          done,
          total,
        });
      }),
    );
  });

  it('counts nothing that was waived, and is never farther from its end for it', () => {
    const share = ({ done, total }: { done: number; total: number }) =>
      total === 0 ? 1 : done / total;
    fc.assert(
      fc.property(
        anyPlan,
        anyRecords,
        fc.constantFrom(...ids),
        (of, records, id) => {
          const with_ = (record: TaskRecord) =>
            stand(of, { ...Object.fromEntries(records), [id]: record })
              .progress;
          const open = with_({ state: 'open' });
          const waived = with_({ state: 'waived', waivedAt: START });
          expect(share(waived)).toBeGreaterThanOrEqual(share(open));
          expect(waived.waived).toBe(open.waived + 1);
          for (const { done, total, optionalTotal, waived: left } of [
            open,
            waived,
          ]) {
            expect(done).toBeLessThanOrEqual(total);
            expect(total + optionalTotal + left).toBe(ids.length);
          }
        },
      ),
    );
  });

  it('has a next task only where one is open, and never a locked one that is next', () => {
    fc.assert(
      fc.property(anyPlan, anyRecords, (of, records) => {
        const { next, milestones } = stand(of, Object.fromEntries(records));
        const own = milestones[1].tasks.filter(
          one => one.task.for === 'newcomer' && one.state === 'open',
        );
        expect(own.some(one => one.task.id === next)).toBe(own.length > 0);
        for (const one of milestones[1].tasks) {
          expect(one.state === 'locked').toBe(one.lockedBy.length > 0);
        }
      }),
    );
  });
});
