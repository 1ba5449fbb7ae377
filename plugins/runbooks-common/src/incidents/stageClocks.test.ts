import fc from 'fast-check';
import { IncidentMoment, INCIDENT_STAGES, StageClock } from '../api';
import {
  computeStageClocks,
  computeStageMedians,
  findDisorder,
  INCIDENT_MOMENTS,
  mergeMoments,
} from '.';

const MINUTE = 60_000;
const T0 = Date.parse('2026-11-30T02:00:00Z');

/** Minutes after 2 a.m. */
type Minutes = Partial<Record<IncidentMoment, number>>;

const moments = (bySource: Minutes, byPeople: Minutes = {}) => {
  const toTimes = (minutes: Minutes) =>
    Object.fromEntries(
      Object.entries(minutes).map(([moment, at]) => [moment, T0 + at * MINUTE]),
    );
  return mergeMoments(toTimes(bySource), toTimes(byPeople));
};

const clocks = (
  bySource: Minutes,
  { now = 1_000, asked = true, people = {} as Minutes } = {},
) =>
  computeStageClocks(moments(bySource, people), {
    now: T0 + now * MINUTE,
    isReviewAsked: asked,
  });

/** `12` for known, `12+` for a lower bound, `?` for unknown. */
const sketch = (all: readonly StageClock[]) =>
  all
    .map(({ state, duration }) =>
      state === 'unknown'
        ? '?'
        : `${duration! / MINUTE}${state === 'open' ? '+' : ''}`,
    )
    .join(' ');

describe('computeStageClocks', () => {
  it.each<[string, Minutes, string]>([
    [
      'all that can be told',
      {
        started: 0,
        detected: 5,
        acknowledged: 8,
        mitigated: 30,
        resolved: 65,
        published: 665,
      },
      '5 3 25 60 600',
    ],
    ['nothing', {}, '? ? ? ? ?'],
    ['an open one', { detected: 10 }, '? 990+ 990+ 990+ ?'],
    ['a start that nobody noticed', { started: 0 }, '? ? ? ? ?'],
    [
      'one that resolved by itself',
      { started: 0, detected: 1, resolved: 11 },
      '1 ? ? 10 989+',
    ],
    [
      'one whose acknowledgement was taken back',
      { started: 0, detected: 1, mitigated: 4 },
      '1 999+ 3 999+ ?',
    ],
    [
      'one that was reopened after its review',
      { detected: 0, acknowledged: 1, published: 100 },
      '? 1 1000+ 1000+ ?',
    ],
    [
      'moments out of order',
      { started: 10, detected: 5, acknowledged: 2, resolved: 1, published: 0 },
      '? ? ? ? ?',
    ],
    ['a moment in the future', { detected: 2_000 }, '? ? ? ? ?'],
    ['two moments at once', { started: 5, detected: 5 }, '0 995+ 995+ 995+ ?'],
  ])('of %s', (_, told, expected) => {
    expect(sketch(clocks(told))).toBe(expected);
  });

  it('lets learning run only where a review is asked for', () => {
    const told = { detected: 0, resolved: 10 };
    expect(sketch(clocks(told, { asked: false }))).toBe('? ? ? 10 ?');
    expect(sketch(clocks({ ...told, published: 20 }, { asked: false }))).toBe(
      '? ? ? 10 10',
    );
  });

  it('says who told the end of a stage, and takes the word of a source first', () => {
    const all = clocks(
      { detected: 0, resolved: 30 },
      { people: { mitigated: 20, resolved: 25 } },
    );
    expect(
      all.map(({ stage, toldBy, duration }) => [stage, toldBy, duration]),
    ).toEqual([
      ['detection', 'source', undefined],
      ['response', undefined, undefined],
      ['mitigation', 'person', 20 * MINUTE],
      ['recovery', 'source', 30 * MINUTE],
      ['learning', undefined, 970 * MINUTE],
    ]);
  });

  it('says why a clock is unknown, and who could tell', () => {
    const reasons = clocks({ detected: 5, resolved: 1, mitigated: 8 }).map(
      ({ reason }) => reason,
    );
    expect(reasons).toEqual([
      'No source tells when it began to do harm; people can, on the page of the incident',
      'It was resolved without anybody taking it on, as far as is told',
      undefined,
      'What is told contradicts itself: when it was resolved lies before when it was detected',
      undefined,
    ]);
  });

  const someMoments = fc.dictionary(
    fc.constantFrom(...INCIDENT_MOMENTS),
    fc.integer({ min: -50, max: 1_500 }),
    { noNullPrototype: true },
  );

  it('has five clocks, none of them negative, whatever is told', () => {
    fc.assert(
      fc.property(
        someMoments,
        someMoments,
        fc.boolean(),
        (told, people, asked) => {
          const all = clocks(told, { people, asked });
          expect(all.map(({ stage }) => stage)).toEqual(INCIDENT_STAGES);
          for (const { state, from, to, duration, reason } of all) {
            expect(state === 'unknown').toBe(duration === undefined);
            expect(state === 'unknown').toBe(reason !== undefined);
            expect(duration ?? 0).toBeGreaterThanOrEqual(0);
            const lower = T0 + 1_000 * MINUTE - Date.parse(from!);
            const whole = Date.parse(to!) - Date.parse(from!);
            expect([undefined, lower, whole]).toContain(duration);
            expect(state === 'open' && to !== undefined).toBe(false);
          }
        },
      ),
    );
  });

  it('only ever raises a lower bound as time goes by', () => {
    fc.assert(
      fc.property(someMoments, told => {
        const early = clocks(told, { now: 1_600 });
        const late = clocks(told, { now: 1_700 });
        early.forEach((clock, index) => {
          const { duration = 0, state } = clock;
          expect(late[index]).toEqual(
            state === 'open'
              ? { ...clock, duration: duration + 100 * MINUTE }
              : clock,
          );
        });
      }),
    );
  });

  it('contradicts itself nowhere where each moment was checked as it was told', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.constantFrom(...INCIDENT_MOMENTS),
            fc.integer({ min: 0, max: 900 }),
          ),
        ),
        told => {
          const known: Minutes = {};
          for (const [moment, at] of told) {
            const time = T0 + at * MINUTE;
            const { [moment]: _, ...others } = moments(known);
            if (!findDisorder(others, { moment, at: time })) {
              known[moment] = at;
            }
          }
          expect(
            clocks(known).filter(({ reason }) =>
              reason?.includes('contradicts'),
            ),
          ).toEqual([]);
        },
      ),
    );
  });
});

describe('findDisorder', () => {
  const known = moments({ detected: 10, resolved: 60 });

  it.each<[IncidentMoment, number, string | undefined]>([
    ['started', 10, undefined],
    ['started', 11, 'detected'],
    ['acknowledged', 9, 'detected'],
    ['acknowledged', 61, 'resolved'],
    ['mitigated', 30, undefined],
    ['mitigated', 61, 'resolved'],
    ['published', 59, 'resolved'],
    ['published', 60, undefined],
  ])('of %s at %i: %s', (moment, at, other) => {
    expect(findDisorder(known, { moment, at: T0 + at * MINUTE })?.other).toBe(
      other,
    );
  });
});

describe('computeStageMedians', () => {
  const incident = (recovery: number | 'open' | 'unknown') =>
    clocks(
      recovery === 'unknown'
        ? {}
        : {
            detected: 0,
            ...(recovery !== 'open' && { resolved: recovery }),
          },
    );
  const recoveryOf = (...all: (number | 'open' | 'unknown')[]) =>
    computeStageMedians(all.map(incident)).find(
      ({ stage }) => stage === 'recovery',
    );

  it('tells no number of too few', () => {
    expect(recoveryOf()).toEqual({
      stage: 'recovery',
      n: 0,
      open: 0,
      unknown: 0,
    });
    expect(recoveryOf(10, 20)).toEqual({
      stage: 'recovery',
      n: 2,
      open: 0,
      unknown: 0,
    });
    expect(recoveryOf(10, 20, 60)).toEqual({
      stage: 'recovery',
      p50: 20 * MINUTE,
      n: 3,
      open: 0,
      unknown: 0,
    });
  });

  it('counts the open and the unknown beside it, and lets one long night change little', () => {
    expect(recoveryOf(10, 30, 20, 'open', 900, 40, 'unknown')).toEqual({
      stage: 'recovery',
      p50: 30 * MINUTE,
      p90: 556 * MINUTE,
      n: 5,
      open: 1,
      unknown: 1,
    });
  });

  it('is the same in any order, and lies among what it is of', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 900 }), { minLength: 5 }),
        fc.func(fc.integer()),
        (durations, order) => {
          const shuffled = [...durations].sort(
            (a, b) => order(a, b) - order(b, a),
          );
          const median = recoveryOf(...durations)!;
          expect(recoveryOf(...shuffled)).toEqual(median);
          expect(median.p50).toBeLessThanOrEqual(median.p90!);
          expect(median.p50).toBeGreaterThanOrEqual(
            Math.min(...durations) * MINUTE,
          );
          expect(median.p90).toBeLessThanOrEqual(
            Math.max(...durations) * MINUTE,
          );
        },
      ),
      { numRuns: 50 },
    );
  });
});
