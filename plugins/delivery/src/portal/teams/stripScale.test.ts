import { MeasureSpread } from '@fairlead/backstage-plugin-delivery-common';
import { stripScale } from './stripScale';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const spread = (values: Partial<MeasureSpread>): MeasureSpread => ({
  id: 'leadTime',
  state: 'ok',
  unit: 'ms',
  n: 20,
  ...values,
});

describe('stripScale', () => {
  it('lays an hour and a month on one axis so that both can be read', () => {
    const scale = stripScale(
      [
        spread({ p25: HOUR, p50: 2 * HOUR, p75: 5 * HOUR, p90: 9 * HOUR }),
        spread({ p25: 2 * DAY, p50: 5 * DAY, p75: 9 * DAY, p90: 30 * DAY }),
      ],
      'ms',
    )!;
    expect(scale.position(HOUR)).toBe(0);
    expect(scale.position(30 * DAY)).toBe(1);
    expect(scale.position(5 * HOUR)).toBeGreaterThan(0.2);
    expect(scale.ticks[0]).toBe(HOUR);
    expect(scale.ticks.length).toBeLessThanOrEqual(6);
    expect(scale.isLogarithmic).toBe(true);
  });

  it.each([
    ['ratio', 0.08, [0, 0.02, 0.04, 0.06, 0.08]],
    ['ratio', 1, [0, 0.25, 0.5, 0.75, 1]],
    ['ratio', 0, [0, 0.05]],
    ['perWeek', 23, [0, 10, 20, 30]],
    ['perWeek', 0, [0, 1]],
  ] as const)('counts %s up to %d from zero', (unit, value, ticks) => {
    expect(stripScale([spread({ unit, value })], unit)?.ticks).toEqual(ticks);
  });

  it('keeps a duration of nothing and a single duration on the axis', () => {
    const scale = stripScale([spread({ value: 0, p50: 0 })], 'ms')!;
    expect(scale.position(0)).toBe(0);
    const single = stripScale([spread({ value: DAY })], 'ms')!;
    expect(single.position(DAY)).toBeGreaterThanOrEqual(0);
    expect(single.position(DAY)).toBeLessThanOrEqual(1);
  });

  it('has no axis while nothing is known', () => {
    expect(
      stripScale([spread({ state: 'insufficient-data', n: 0 })], 'ms'),
    ).toBeUndefined();
    expect(stripScale([], 'ms')).toBeUndefined();
  });
});
