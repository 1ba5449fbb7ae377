import { countsFrom } from '@fairlead/backstage-plugin-onboarding-common';

const YEAR = 365 * 24 * 3_600_000;

/**
 * For how many milliseconds back figures tell of journeys: a year, and no longer than the work of a whole journey is kept.
 * Of what was removed nobody can tell whether it was done.
 *
 * @param keptFor - milliseconds
 */
export function figuresWindow(keptFor: number): number {
  // The first work that counts for a journey may be older than its start.
  const beforeStart = -countsFrom(0);
  return Math.min(YEAR, keptFor - beforeStart);
}
