/** Milliseconds in each unit that a duration can be counted in. */
export const MILLISECONDS_PER_UNIT = {
  ms: 1,
  s: 1_000,
  min: 60_000,
  h: 3_600_000,
  d: 86_400_000,
} as const;

/**
 * A unit that a duration can be counted in.
 *
 * @public
 */
export type TimeUnit = keyof typeof MILLISECONDS_PER_UNIT;

/**
 * Whether a fact's unit is one of time.
 *
 * @public
 */
export function isTimeUnit(unit: unknown): unit is TimeUnit {
  return typeof unit === 'string' && Object.hasOwn(MILLISECONDS_PER_UNIT, unit);
}
