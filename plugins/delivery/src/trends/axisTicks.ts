const DAY = 86_400_000;
const COUNT = 5;

/** Starts of days, evenly spread from one time to another, both in milliseconds since the epoch. */
export function axisTicks(from: number, to: number): number[] {
  const ticks = Array.from(
    { length: COUNT },
    (_, index) =>
      Math.round((from + ((to - from) * index) / (COUNT - 1)) / DAY) * DAY,
  );
  return [...new Set(ticks)];
}
