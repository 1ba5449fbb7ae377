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
  tabulate,
  TimeSeen,
  workingSeconds,
} from '.';

const HOUR = 3600;

const seen = fc.record({
  person: fc.integer({ min: 0, max: 20 }).map(String),
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
    expect(summariseTimes([])).toEqual({ reached: 0, n: 0 });
  });

  it('tells the median so far where five are there, and not of three', () => {
    const five = [1, 2, 3, 4, 5].map(seconds => ({
      person: `p${seconds}`,
      seconds,
      isReached: true,
    }));
    expect(summariseTimes(five)).toEqual({
      reached: 5,
      n: 5,
      medianSoFar: 3,
      median: 3,
    });
    const three = five.map(one => ({ ...one, isReached: one.seconds < 4 }));
    expect(summariseTimes(three)).toEqual({ reached: 3, n: 5, median: 3 });
    const often = five.map(one => ({ ...one, person: 'p1' }));
    expect(summariseTimes(often)).not.toHaveProperty('medianSoFar');
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
    const journeys = [1, 2, 3, 4, 5, 6].map(i => ({
      person: `p${i}`,
      startAt: 0,
      setupFrom: 1_000,
      until: 9_000,
      ...(i < 6 && {
        mergedChangeAt: 2_000 * i,
        origin: i === 1 ? ('agent' as const) : ('person' as const),
      }),
    }));
    const summarise = (some: typeof journeys) =>
      summariseCohort('2026-Q3', some, { zone: 'UTC' });
    expect(summarise(journeys)).toMatchObject({
      n: 6,
      byAgent: { n: 1, of: 5 },
      setup: { reached: 0, n: 6 },
      mergedChange: { reached: 5, n: 6, medianSoFar: 6 },
      completed: { reached: 0, n: 6 },
    });
    expect(summarise(journeys.slice(1))).not.toHaveProperty('byAgent');
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

describe('tables of tracks', () => {
  const anyEntries = fc.array(
    fc.record({
      person: fc.integer({ min: 0, max: 40 }).map(String),
      track: fc.constantFrom('welcome', 'on-call'),
      row: fc.constantFrom('a', 'b', 'c'),
      column: fc.constantFrom('q1', 'q2'),
    }),
    { maxLength: 80 },
  );
  const tracks = ['welcome', 'on-call'];
  const count = (some: { person: string }[]) =>
    new Set(some.map(({ person }) => person)).size;
  const isNoneOrEnough = (some: { person: string }[]) =>
    some.length === 0 || count(some) >= SMALLEST_COHORT;

  it('tell of a row in all tracks what they tell of it one by one', () => {
    fc.assert(
      fc.property(anyEntries, entries => {
        const tell = tabulate(entries);
        for (const cell of [{ row: 'a' }, { row: 'a', column: 'q1' }]) {
          expect(new Set(tell(cell))).toEqual(
            new Set(tracks.flatMap(track => tell({ ...cell, track }))),
          );
        }
      }),
    );
  });

  it('tell of nobody among fewer than five by the difference of a track and its rows', () => {
    fc.assert(
      fc.property(anyEntries, entries => {
        const tell = tabulate(entries);
        for (const track of tracks) {
          for (const column of [{}, { column: 'q1' }]) {
            const whole = tell({ track, ...column });
            const rows = ['a', 'b', 'c'].map(row =>
              tell({ row, ...column }).filter(one => one.track === track),
            );
            expect([whole, ...rows].every(isNoneOrEnough)).toBe(true);
            const told = new Set(rows.flat());
            expect(isNoneOrEnough(whole.filter(one => !told.has(one)))).toBe(
              true,
            );
          }
        }
      }),
    );
  });
});

describe('figures of a task', () => {
  const task = { taskId: 't', milestoneId: 'm', title: 'Task' };
  const of = { track: 'welcome' };
  const passage = (person: number, more: object = {}) => ({
    ...of,
    person: `p${person}`,
    row: 'quay',
    column: '',
    openSince: 0,
    isDone: false,
    calls: [],
    ...more,
  });
  const call = (by: number) => ({ by: `p${by}`, missing: 'context' as const });

  it('are of five who met it, and of nobody who did not', () => {
    const four = [0, 1, 2, 3].map(i => passage(i));
    expect(summariseTask(task, four, of)).toBeUndefined();
    const waiting = { ...passage(4), openSince: undefined };
    expect(summariseTask(task, [...four, waiting], of)).toBeUndefined();
    const fifth = passage(4, { isDone: true, doneAt: 9_000, calls: [call(4)] });
    // How many of the five have done it and asked is told; what they did is not.
    expect(summariseTask(task, [...four, fifth], of)).toEqual({
      ...task,
      met: 5,
      done: 1,
      stuckShare: 0.2,
    });
  });

  it('tell what was missing and voted where five did', () => {
    const done = (i: number, more: object = {}) =>
      passage(i, {
        isDone: true,
        doneAt: i * 1000,
        calls: [
          { by: `p${i}`, missing: i % 2 ? 'context' : 'confidence' } as const,
        ],
        vote: { by: `p${i}`, vote: 'wrong' },
        ...more,
      });
    const five = [1, 2, 3, 4, 5].map(i => done(i));
    expect(summariseTask(task, five, of)).toMatchObject({
      medianTime: 3,
      stuckShare: 1,
      missing: { context: 3, confidence: 2 },
      votes: { found: 0, wrong: 5, missing: 0 },
    });
    const byOne = [1, 2, 3, 4, 5].map(i =>
      done(i, { calls: [call(9)], vote: { by: 'p9', vote: 'wrong' } }),
    );
    const { missing, votes } = summariseTask(task, byOne, of)!;
    expect([missing, votes]).toEqual([undefined, undefined]);
    expect(medianOf([1, 2, 3, 4])).toBe(2.5);
  });

  it('tell of nobody among fewer than five by the difference of a track and a team', () => {
    const anyPassages = fc.array(
      fc
        .record({
          person: fc.integer({ min: 0, max: 30 }),
          row: fc.constantFrom('quay', 'dock'),
          isDone: fc.boolean(),
          hasVoted: fc.boolean(),
          hasAsked: fc.boolean(),
        })
        .map(({ person, hasAsked, hasVoted, ...more }) =>
          passage(person, {
            ...more,
            calls: hasAsked ? [call(person)] : [],
            ...(hasVoted && { vote: { by: `p${person}`, vote: 'found' } }),
          }),
        ),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(anyPassages, passages => {
        const all = summariseTask(task, passages, of);
        for (const row of ['quay', 'dock']) {
          const team = summariseTask(task, passages, { row });
          const others = passages.filter(one => one.row !== row);
          const persons = (some: typeof passages) =>
            new Set(some.map(({ person }) => person)).size;
          const isHidden = (some: typeof passages) =>
            some.length > 0 && persons(some) < SMALLEST_COHORT;
          expect(all && team && isHidden(others)).not.toBe(true);
          const voted = others.filter(one => 'vote' in one);
          expect(all?.votes && team?.votes && isHidden(voted)).not.toBe(true);
          const asked = others.filter(one => one.calls.length > 0);
          expect(all?.missing && team?.missing && isHidden(asked)).not.toBe(
            true,
          );
        }
      }),
    );
  });
});
