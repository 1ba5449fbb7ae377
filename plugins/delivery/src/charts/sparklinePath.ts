import { TrendPoint } from '@fairlead/backstage-plugin-delivery-common';

const PADDING = 2;

/**
 * The path of a trend from zero to its highest value. Where a point has no value the line breaks: a gap is not a zero.
 */
export function sparklinePath(
  points: readonly TrendPoint[],
  size: { width: number; height: number },
): string {
  const highest = Math.max(0, ...points.map(({ value = 0 }) => value));
  const x = (index: number) =>
    PADDING +
    (index / Math.max(1, points.length - 1)) * (size.width - 2 * PADDING);
  const y = (value: number) =>
    PADDING +
    (highest === 0 ? 1 : 1 - value / highest) * (size.height - 2 * PADDING);
  let isDrawing = false;
  const steps: string[] = [];
  points.forEach(({ value }, index) => {
    if (value !== undefined) {
      const at = `${x(index).toFixed(1)} ${y(value).toFixed(1)}`;
      // A line of no length draws a dot, for a value between two gaps.
      steps.push(isDrawing ? `L${at}` : `M${at}L${at}`);
    }
    isDrawing = value !== undefined;
  });
  return steps.join('');
}
