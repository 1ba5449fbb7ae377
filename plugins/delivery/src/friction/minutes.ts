/** The times offered, in minutes; a day of work has eight hours. */
export const OFFERED_MINUTES = {
  quarter: 15,
  hour: 60,
  halfDay: 240,
  day: 480,
} as const;

/** Whether a report may say this: 1 to 2,400 minutes, a week of work. */
export function isMinutes(value: number): boolean {
  return Number.isInteger(value) && value >= 1 && value <= 2_400;
}
