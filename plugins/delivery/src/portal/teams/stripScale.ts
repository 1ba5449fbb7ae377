import {
  MeasureSpread,
  MeasureUnit,
} from '@fairlead/backstage-plugin-delivery-common';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** The times that people count in. */
const TIME_TICKS = [
  MINUTE,
  3 * MINUTE,
  10 * MINUTE,
  30 * MINUTE,
  HOUR,
  3 * HOUR,
  8 * HOUR,
  DAY,
  3 * DAY,
  7 * DAY,
  14 * DAY,
  30 * DAY,
  90 * DAY,
  180 * DAY,
  365 * DAY,
];
const MOST_TICKS = 6;

/** Where values lie on an axis that several strips share. */
export interface StripScale {
  /** From 0 at the start of the axis to 1 at its end. */
  position(value: number): number;
  ticks: number[];
  /** Each step of the axis is a multiple of the one before: from a minute to a month all can be told apart. */
  isLogarithmic: boolean;
}

/**
 * The axis on which the spreads of all teams lie. Durations take a logarithmic one, all else starts at zero. Undefined
 * while there is nothing to lay out.
 */
export function stripScale(
  spreads: readonly MeasureSpread[],
  unit: MeasureUnit,
): StripScale | undefined {
  const values = spreads
    .filter(({ state }) => state === 'ok')
    .flatMap(({ value, p25, p50, p75, p90 }) => [value, p25, p50, p75, p90])
    .filter(value => value !== undefined);
  if (values.length === 0) {
    return undefined;
  }
  return unit === 'ms' ? ofDurations(values) : fromZero(values, unit);
}

function ofDurations(values: number[]): StripScale {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const first = TIME_TICKS.findLast(tick => tick <= least) ?? TIME_TICKS[0];
  const last =
    TIME_TICKS.find(tick => tick >= most && tick > first) ??
    Math.max(most, 2 * first);
  const length = Math.log(last / first);
  return {
    isLogarithmic: true,
    position: value => clamp(Math.log(Math.max(value, 1) / first) / length),
    ticks: thinned(TIME_TICKS.filter(tick => tick >= first && tick <= last)),
  };
}

function fromZero(values: number[], unit: MeasureUnit): StripScale {
  const most = Math.max(...values);
  const step = roundStep(most / 4 || (unit === 'ratio' ? 0.05 : 1));
  const steps = Math.max(1, Math.ceil(most / step));
  const end = unit === 'ratio' ? Math.min(1, steps * step) : steps * step;
  return {
    isLogarithmic: false,
    position: value => clamp(value / end),
    ticks: Array.from({ length: steps + 1 }, (_, index) =>
      Number((index * step).toPrecision(6)),
    ).filter(tick => tick <= end),
  };
}

/** The next of 1, 2, 2.5 and 5 at its power of ten. */
function roundStep(step: number): number {
  const power = 10 ** Math.floor(Math.log10(step));
  const factor = [1, 2, 2.5, 5, 10].find(
    candidate => candidate * power >= step,
  );
  return (factor ?? 10) * power;
}

/** As many ticks as have room beside each other, the first one among them. */
function thinned(ticks: number[]): number[] {
  const every = Math.ceil(ticks.length / MOST_TICKS);
  return ticks.filter((_, index) => index % every === 0);
}

function clamp(position: number): number {
  return Math.min(1, Math.max(0, position));
}
