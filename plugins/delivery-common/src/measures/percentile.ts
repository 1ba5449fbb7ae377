/**
 * The percentile of type 7: linear interpolation between the two values next to the rank `(n - 1) × p`, counted from 0.
 *
 * @param sorted - ascending; `Infinity` stands for a value that is not known but longer than all others
 * @param p - from 0 to 1, in whole hundredths
 * @returns undefined if there are no values, or if the percentile depends on one that is not known
 * @public
 */
export function percentile(
  sorted: readonly number[],
  p: number,
): number | undefined {
  if (sorted.length === 0) {
    return undefined;
  }
  // In whole hundredths: binary fractions would add a noise of their own to whole milliseconds.
  const rank = (sorted.length - 1) * Math.round(p * 100);
  const [place, hundredths] = [Math.floor(rank / 100), rank % 100];
  const [below, above] = [sorted[place], sorted[place + 1]];
  const value =
    hundredths === 0
      ? below
      : (below * (100 - hundredths) + above * hundredths) / 100;
  return Number.isFinite(value) ? value : undefined;
}

/** The values in ascending order, those still open last. */
export function sortedWithOpen(
  values: readonly (number | undefined)[],
): number[] {
  return values.map(value => value ?? Infinity).sort((a, b) => a - b);
}
