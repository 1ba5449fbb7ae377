import { MILLISECONDS_PER_UNIT, TimeUnit } from './timeUnit';

const UNITS: TimeUnit[] = ['d', 'h', 'min', 's', 'ms'];

function largestUnit(milliseconds: number): TimeUnit {
  const size = Math.abs(milliseconds);
  return UNITS.find(unit => size >= MILLISECONDS_PER_UNIT[unit]) ?? 'ms';
}

/**
 * A duration as people say it: `450 ms`, `14 min`, `3.2 d`.
 *
 * @param decimals - how many at most; one below ten and none above when left out
 * @public
 */
export function formatDuration(
  milliseconds: number,
  decimals?: number,
): string {
  const unit = largestUnit(milliseconds);
  const amount = milliseconds / MILLISECONDS_PER_UNIT[unit];
  const digits = decimals ?? (Math.abs(amount) < 10 ? 1 : 0);
  return `${Number(amount.toFixed(digits))} ${unit}`;
}

/**
 * A duration without rounding, in the largest unit that holds it whole: 90 minutes are `90 min`, not `1.5 h`.
 *
 * @public
 */
export function formatExactDuration(milliseconds: number): string {
  const unit =
    UNITS.find(
      candidate =>
        milliseconds !== 0 &&
        milliseconds % MILLISECONDS_PER_UNIT[candidate] === 0,
    ) ?? largestUnit(milliseconds);
  return `${milliseconds / MILLISECONDS_PER_UNIT[unit]} ${unit}`;
}
