/** Local days, both included. */
export interface DayRange {
  from: string;
  to: string;
}

const DAY = 24 * 3_600_000;

/** The day that lies so many days after another. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);
}

/**
 * The stretches of days that lie within `margin` days of one of the given, in order and without overlaps, none longer
 * than `longest`: what has to be in memory at once is bounded by it.
 */
export function rangesAround(
  days: readonly string[],
  options: { margin: number; longest: number },
): DayRange[] {
  const { margin, longest } = options;
  const ranges: DayRange[] = [];
  for (const day of [...days].sort()) {
    const from = addDays(day, -margin);
    const to = addDays(day, margin);
    const last = ranges.at(-1);
    if (last && from <= addDays(last.to, 1)) {
      last.to = to;
    } else {
      ranges.push({ from, to });
    }
  }
  return ranges.flatMap(({ from, to }) => {
    const parts: DayRange[] = [];
    for (let start = from; start <= to; start = addDays(start, longest)) {
      const end = addDays(start, longest - 1);
      parts.push({ from: start, to: end < to ? end : to });
    }
    return parts;
  });
}
