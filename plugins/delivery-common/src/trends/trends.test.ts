import {
  at,
  change,
  deploy,
  history,
  HOUR,
  MARCH,
  measured,
  NOW,
} from '../__testUtils__/records';
import { DEFAULT_CALENDAR } from '../calendar';
import { collectMeasure, MeasureResult } from '../measures';
import { compareMeasures, trendOf, windowBefore } from '.';

const options = {
  window: { from: at('01'), to: at('08') },
  calendar: DEFAULT_CALENDAR,
  now: at('06 12:00'),
  unit: 'day' as const,
};
const records = [
  change(0, '03 00:00'),
  deploy('0', 'm0', '03 00:00'),
  change(1, '04 09:00'),
  deploy('1', 'm1', '04 10:00'),
];

describe('trendOf', () => {
  it('is zero on days without a deployment since the first and up to now, and unknown elsewhere', () => {
    const trend = trendOf(
      collectMeasure('deploymentFrequency', history(records)),
      options,
    );
    expect(trend).toEqual([
      { day: '2026-03-01', n: 0 },
      { day: '2026-03-02', n: 0 },
      { day: '2026-03-03', value: 1, n: 1 },
      { day: '2026-03-04', value: 1, n: 1 },
      { day: '2026-03-05', value: 0, n: 0 },
      { day: '2026-03-06', value: 0, n: 0 },
      { day: '2026-03-07', n: 0 },
    ]);
  });

  it('never fills durations with zero', () => {
    const trend = trendOf(
      collectMeasure('leadTime', history(records)),
      options,
    );
    expect(trend.filter(({ value }) => value !== undefined)).toEqual([
      { day: '2026-03-04', value: HOUR, n: 1, few: true },
    ]);
  });

  it('marks what rests on a few, as many as are asked for', () => {
    const trend = trendOf(collectMeasure('leadTime', history(records)), {
      ...options,
      fewest: 1,
    });
    expect(trend.filter(({ few }) => few)).toEqual([]);
  });

  it('cuts by ISO weeks', () => {
    const trend = trendOf(
      collectMeasure('deploymentFrequency', history(records)),
      {
        ...options,
        window: MARCH,
        now: NOW,
        unit: 'week',
      },
    );
    expect(trend.map(({ value }) => value)).toEqual([undefined, 2, 0, 0, 0, 0]);
  });
});

describe('compare', () => {
  const result = (
    id: MeasureResult['id'],
    value: number | undefined,
    n = 20,
  ): MeasureResult => ({ ...measured(id, []), value, n });

  it.each([
    ['leadTime', 10, 20, 20, { verdict: 'better', change: -0.5 }],
    ['leadTime', 30, 20, 20, { verdict: 'worse', change: 0.5 }],
    ['leadTime', 20.5, 20, 20, { verdict: 'same' }],
    ['deploymentFrequency', 3, 2, 0, { verdict: 'better', change: 0.5 }],
    ['leadTime', 1.05, 1, 20, { verdict: 'same', change: 0.05 }],
    ['leadTime', 0.3, 0.2, 20, { verdict: 'worse', change: 0.5 }],
    ['changeFailRate', 0.1, 0, 20, { verdict: 'worse', change: undefined }],
    ['changeFailRate', 0, 0, 20, { verdict: 'same' }],
    ['leadTime', 10, 20, 4, { verdict: 'unknown', reason: 'too-few' }],
    ['leadTime', undefined, 20, 20, { verdict: 'unknown', reason: 'no-data' }],
    [
      'leadTime',
      10,
      undefined,
      20,
      { verdict: 'unknown', reason: 'no-data-before' },
    ],
  ] as const)(
    'says of %s %j after %j (n = %d) %j',
    (id, now, before, n, expected) => {
      expect(
        compareMeasures({
          current: result(id, now, n),
          before: result(id, before),
        }),
      ).toMatchObject(expected);
    },
  );

  it('compares rates of which one at least is not of few, with as many as are asked for', () => {
    const verdict = (n: number, before: number, fewest?: number) =>
      compareMeasures({
        current: result('deploymentFrequency', 1, n),
        before: result('deploymentFrequency', 2, before),
        fewest,
      }).verdict;
    expect(verdict(1, 4)).toBe('unknown');
    expect(verdict(0, 5)).toBe('worse');
    expect(verdict(1, 4, 3)).toBe('worse');
    const durations = {
      current: result('leadTime', 1, 4),
      before: result('leadTime', 2, 20),
    };
    expect(compareMeasures(durations).verdict).toBe('unknown');
    expect(compareMeasures({ ...durations, fewest: 4 }).verdict).toBe('better');
  });

  it('compares with as many local days before, over a clock change too', () => {
    const window = {
      from: '2026-03-29T22:00:00.000Z',
      to: '2026-03-31T22:00:00.000Z',
    };
    expect(windowBefore(window, 'Europe/Berlin')).toEqual({
      from: '2026-03-27T23:00:00.000Z',
      to: '2026-03-29T22:00:00.000Z',
    });
  });
});
