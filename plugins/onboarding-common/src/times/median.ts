/** How long somebody took, or how long they have been at it: they are not dropped for not being there yet. @public */
export interface TimeSeen {
  seconds: number;
  /** They are there. */
  isReached: boolean;
}

/** How long a person took. @public */
export interface PersonTime extends TimeSeen {
  person: string;
}

/** The median; of an even number the mean of the two in the middle. Undefined of nothing. @public */
export function medianOf(values: readonly number[]): number | undefined {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  return sorted.length === 0 ? undefined : (lower + upper) / 2;
}

/**
 * The Kaplan–Meier median: the time by which half would be there, as far as those tell who were still at it then. Whoever
 * left or is not there yet counts for as long as they were seen. Undefined while fewer than half are there by it.
 *
 * @public
 */
export function kaplanMeierMedian(
  times: readonly TimeSeen[],
): number | undefined {
  // Of the same length, whoever is there comes before whoever was seen for so long without being there.
  const sorted = [...times].sort(
    (a, b) =>
      a.seconds - b.seconds || Number(b.isReached) - Number(a.isReached),
  );
  let left = sorted.length;
  let share = 1;
  for (const { seconds, isReached } of sorted) {
    if (isReached) {
      share *= (left - 1) / left;
      // Half as a float may come out a little more than half.
      if (share <= 0.5 + 1e-9) {
        return seconds;
      }
    }
    left -= 1;
  }
  return undefined;
}
