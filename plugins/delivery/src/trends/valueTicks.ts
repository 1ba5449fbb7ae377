import { MeasureUnit } from '@fairlead/backstage-plugin-delivery-common';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const MOST_STEPS = 4;

/** Steps that people count in. Four of the largest share are all there is, so no axis goes beyond 100 %. */
const STEPS: Record<MeasureUnit, readonly number[]> = {
  ms: [
    ...[1, 5, 15, 30].map(count => count * SECOND),
    ...[1, 2, 5, 10, 15, 30].map(count => count * MINUTE),
    ...[1, 2, 3, 6, 12].map(count => count * HOUR),
    ...[1, 2, 5, 7, 14, 30, 60, 90].map(count => count * DAY),
  ],
  ratio: [0.05, 0.1, 0.25],
  perWeek: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000],
};

/** The top of an axis on which all values are zero: it tells the line from the top. */
const TOP_OF_NOTHING: Record<MeasureUnit, number> = {
  ms: MINUTE,
  ratio: 0.1,
  perWeek: 1,
};

/** Round values from zero to the top of the axis of a trend, the highest value below or on the last one. */
export function valueTicks(
  values: readonly number[],
  unit: MeasureUnit,
): number[] {
  const highest = Math.max(0, ...values);
  if (highest === 0) {
    return [0, TOP_OF_NOTHING[unit]];
  }
  const steps = STEPS[unit];
  const largest = steps[steps.length - 1];
  const step =
    steps.find(candidate => candidate * MOST_STEPS >= highest) ??
    largest * Math.ceil(highest / (largest * MOST_STEPS));
  return Array.from(
    { length: Math.ceil(highest / step) + 1 },
    (_, index) => index * step,
  );
}
