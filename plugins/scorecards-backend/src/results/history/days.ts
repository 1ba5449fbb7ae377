const DAY = 24 * 60 * 60 * 1000;

/** The day of a time, `YYYY-MM-DD`, UTC. */
export function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

/** The first millisecond after a day. */
export function endOfDay(day: string): number {
  return Date.parse(day) + DAY;
}

/** The day so many days later; earlier for a negative number. */
export function addDays(day: string, days: number): string {
  return dayOf(Date.parse(day) + days * DAY);
}

/** How many days lie between two days. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / DAY;
}
