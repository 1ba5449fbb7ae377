/**
 * The percentile of type 7: linear interpolation between the two values next to the rank `(n - 1) × p`, counted from 0.
 *
 * @param sorted - ascending, at least one
 * @param p - from 0 to 1
 */
export function percentile(sorted: readonly number[], p: number): number {
  const rank = (sorted.length - 1) * p;
  const place = Math.floor(rank);
  const below = sorted[place];
  const above = sorted[place + 1] ?? below;
  return Math.round(below + (above - below) * (rank - place));
}
