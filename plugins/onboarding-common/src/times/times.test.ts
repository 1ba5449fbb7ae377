import fc from 'fast-check';
import {
  isWorkingTime,
  kaplanMeierMedian,
  medianOf,
  quarterOf,
  setupBandOf,
  showCells,
  showGroups,
  SMALLEST_COHORT,
  summariseCohort,
  summariseTask,
  summariseTimes,
  TimeSeen,
  workingSeconds,
} from '.';

const HOUR = 3600;

const seen = fc.record({
  seconds: fc.integer({ min: 0, max: 50 }),
  isReached: fc.boolean(),
});

describe('times of cohorts', () => {
  it.each([
    [2 * HOUR, 'elite'],
    [2 * HOUR + 1, 'competitive'],
    [48 * HOUR, 'competitive'],
    [48 * HOUR + 1, 'between'],
    [14 * 24 * HOUR - 1, 'between'],
    [14 * 24 * HOUR, 'friction'],
  ])('%d seconds are %s', (seconds, band) => {
    expect(setupBandOf(seconds)).toBe(band);
  });

  it('counts those who are not there yet for as long as they were seen', () => {
    const times: TimeSeen[] = [
      { seconds: 1, isReached: true },
      { seconds: 2, isReached: false },
      { seconds: 3, isReached: true },
      { seconds: 4, isReached: true },
      { seconds: 9, isReached: false },
    ];
    // 4/5, then 4/5 × 2/3 = 8/15, then 8/15 × 1/2.
    expect(kaplanMeierMedian(times)).toBe(4);
    expect(summariseTimes(times)).toEqual({
      reached: 3,
      n: 5,
      medianSoFar: 3,
      median: 4,
    });
    expect(summariseTimes([])).toEqual({ reached: 0, n: 0 });
  });

  it('is the plain lower median where everybody is there', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(100), { minLength: 1, maxLength: 30 }),
        seconds => {
          const times = seconds.map(one => ({ seconds: one, isReached: true }));
          const sorted = [...seconds].sort((a, b) => a - b);
          expect(kaplanMeierMedian(times)).toBe(
            sorted[Math.ceil(sorted.length / 2) - 1],
          );
        },
      ),
    );
  });

  it('is never lower for somebody who is not there yet than if they were there then', () => {
    fc.assert(
      fc.property(
        fc.array(seen, { minLength: 1, maxLength: 20 }),
        fc.nat(19),
        (times, place) => {
          const at = place % times.length;
          const reached = times.map((one, i) =>
            i === at ? { ...one, isReached: true } : one,
          );
          const open = times.map((one, i) =>
            i === at ? { ...one, isReached: false } : one,
          );
          expect(kaplanMeierMedian(open) ?? Infinity).toBeGreaterThanOrEqual(
            kaplanMeierMedian(reached) ?? Infinity,
          );
        },
      ),
    );
  });

  it('drops nobody, and is the same in any order', () => {
    fc.assert(
      fc.property(
        fc
          .array(seen, { maxLength: 20 })
          .chain(all =>
            fc.tuple(
              fc.constant(all),
              fc.shuffledSubarray(all, { minLength: all.length }),
            ),
          ),
        ([all, shuffled]) => {
          const { n, reached } = summariseTimes(all);
          expect(n).toBe(all.length);
          expect(reached).toBe(all.filter(one => one.isReached).length);
          expect(summariseTimes(shuffled)).toEqual(summariseTimes(all));
        },
      ),
    );
  });

  it('tells the changes of agents as such, and who has none', () => {
    const journey = {
      startAt: 0,
      setupFrom: 1_000,
      until: 9_000,
      person: 'a',
    };
    expect(
      summariseCohort(
        '2026-Q3',
        [
          { ...journey, mergedChangeAt: 2_000, origin: 'agent' },
          { ...journey, mergedChangeAt: 4_000, greenBuildAt: 4_000 },
          journey,
        ],
        { zone: 'UTC' },
      ),
    ).toMatchObject({
      n: 3,
      byAgent: { n: 1, of: 2 },
      setup: { reached: 1, n: 3, medianSoFar: 3 },
      mergedChange: { reached: 2, n: 3, median: 4 },
      completed: { reached: 0, n: 3 },
    });
  });
});

describe('quarters and working hours', () => {
  it('are those of a time zone', () => {
    const newYear = Date.parse('2026-12-31T23:30:00Z');
    expect(quarterOf(newYear, 'UTC')).toBe('2026-Q4');
    expect(quarterOf(newYear, 'Europe/Berlin')).toBe('2027-Q1');
    expect(isWorkingTime(Date.parse('2026-11-30T08:30:00Z'), 'UTC')).toBe(
      false,
    );
    expect(
      isWorkingTime(Date.parse('2026-11-30T08:30:00Z'), 'Europe/Berlin'),
    ).toBe(true);
    expect(isWorkingTime(Date.parse('2026-11-28T12:00:00Z'), 'UTC')).toBe(
      false,
    );
  });

  it('are eight hours of each day from Monday to Friday', () => {
    const from = Date.parse('2026-11-27T15:00:00Z');
    const to = Date.parse('2026-11-30T10:00:00Z');
    expect(workingSeconds({ from, to }, 'UTC')).toBe(3 * HOUR);
    const week = { from, to: from + 7 * 24 * HOUR * 1000 };
    expect(workingSeconds(week, 'UTC')).toBe(40 * HOUR);
  });

  it('are never more than calendar time', () => {
    fc.assert(
      fc.property(fc.nat(1e12), fc.nat(3e9), (from, length) => {
        const spent = workingSeconds({ from, to: from + length }, 'UTC');
        expect(spent).toBeLessThanOrEqual(Math.ceil(length / 1000));
        expect(spent).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('small cohorts', () => {
  const people = (group: string, count: number) =>
    Array.from({ length: count }, (_, i) => ({
      group,
      person: `${group}${i}`,
    }));

  it('hide four, show five, and count nobody twice', () => {
    const isShown = showGroups([...people('a', 5), ...people('b', 6)]);
    expect([isShown('a'), isShown('b'), isShown('c')]).toEqual([
      true,
      true,
      false,
    ]);
    expect(showGroups(people('a', 4))('a')).toBe(false);
    const often = Array.from({ length: 9 }, () => ({
      group: 'a',
      person: 'x',
    }));
    expect(showGroups(often)('a')).toBe(false);
  });

  it('hide another one where the difference would tell', () => {
    const isShown = showGroups([
      ...people('a', 9),
      ...people('b', 5),
      ...people('c', 2),
    ]);
    expect(['a', 'b', 'c'].map(isShown)).toEqual([true, false, false]);
  });

  it('tell of nobody among fewer than five, in a cell or by a difference', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            person: fc.integer({ min: 0, max: 60 }).map(String),
            row: fc.constantFrom('a', 'b', 'c'),
            column: fc.constantFrom('q1', 'q2', 'q3'),
          }),
          { maxLength: 80 },
        ),
        entries => {
          const isShown = showCells(entries);
          const count = (some: typeof entries) =>
            new Set(some.map(({ person }) => person)).size;
          const keys = ['row', 'column'] as const;
          for (const key of keys) {
            for (const value of new Set(entries.map(one => one[key]))) {
              const other = key === 'row' ? 'column' : 'row';
              const line = entries.filter(one => one[key] === value);
              const hidden = line.filter(
                one => !isShown({ [key]: value, [other]: one[other] }),
              );
              const shown = line.filter(one => !hidden.includes(one));
              for (const one of shown) {
                const cell = line.filter(each => each[other] === one[other]);
                expect(count(cell)).toBeGreaterThanOrEqual(SMALLEST_COHORT);
              }
              const isTold = isShown({ [key]: value });
              expect(
                !isTold ||
                  hidden.length === 0 ||
                  count(hidden) >= SMALLEST_COHORT,
              ).toBe(true);
            }
            const hiddenSums = entries.filter(
              one => !isShown({ [key]: one[key] }),
            );
            expect(
              !isShown({}) ||
                hiddenSums.length === 0 ||
                count(hiddenSums) >= SMALLEST_COHORT,
            ).toBe(true);
          }
        },
      ),
    );
  });
});

describe('figures of a task', () => {
  const task = { taskId: 't', milestoneId: 'm', title: 'Task' };
  const passage = (person: number, more: object = {}) => ({
    person: `p${person}`,
    openSince: 0,
    isDone: false,
    missing: [],
    ...more,
  });

  it('are of five who met it, and of nobody who did not', () => {
    const four = [0, 1, 2, 3].map(i => passage(i));
    expect(summariseTask(task, four)).toBeUndefined();
    const waiting = { ...passage(4), openSince: undefined };
    expect(summariseTask(task, [...four, waiting])).toBeUndefined();
    expect(
      summariseTask(task, [
        ...four,
        passage(4, { isDone: true, doneAt: 9_000, missing: ['context'] }),
      ]),
    ).toEqual({ ...task, met: 5, done: 1, stuckShare: 0.2 });
  });

  it('tell what was missing and voted where five did', () => {
    const five = [1, 2, 3, 4, 5].map(i =>
      passage(i, {
        isDone: true,
        doneAt: i * 1000,
        missing: [i % 2 ? 'context' : 'confidence'],
        vote: 'wrong',
      }),
    );
    expect(summariseTask(task, five)).toMatchObject({
      medianTime: 3,
      stuckShare: 1,
      missing: { context: 3, confidence: 2 },
      votes: { found: 0, wrong: 5, missing: 0 },
    });
    expect(medianOf([1, 2, 3, 4])).toBe(2.5);
  });
});
