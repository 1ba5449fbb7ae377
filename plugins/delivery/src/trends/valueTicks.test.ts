import { valueTicks } from './valueTicks';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe('the axis of a trend', () => {
  it.each([
    ['shares that are all zero', [0, 0], 'ratio', [0, 0.1]],
    ['a small share', [0.02], 'ratio', [0, 0.05]],
    ['shares', [0, 0.45], 'ratio', [0, 0.25, 0.5]],
    ['all there is', [1, 0.3], 'ratio', [0, 0.25, 0.5, 0.75, 1]],
    ['no deployments', [0, 0, 0], 'perWeek', [0, 1]],
    ['deployments, of which there are no halves', [1], 'perWeek', [0, 1]],
    ['deployments', [3, 7], 'perWeek', [0, 2, 4, 6, 8]],
    [
      'more than was thought of',
      [12_345],
      'perWeek',
      [0, 4e3, 8e3, 12e3, 16e3],
    ],
    ['durations of nothing', [0], 'ms', [0, MINUTE]],
    ['minutes', [8 * MINUTE], 'ms', [0, 2, 4, 6, 8].map(n => n * MINUTE)],
    ['hours', [9 * HOUR], 'ms', [0, 3, 6, 9].map(n => n * HOUR)],
    ['days', [3.2 * DAY], 'ms', [0, 1, 2, 3, 4].map(n => n * DAY)],
    ['years', [800 * DAY], 'ms', [0, 270, 540, 810].map(n => n * DAY)],
  ] as const)('is round for %s', (_, values, unit, ticks) => {
    expect(valueTicks(values, unit)).toEqual(ticks);
  });
});
