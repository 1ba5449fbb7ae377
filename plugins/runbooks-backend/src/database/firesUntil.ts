import { DbTime } from './tables';

/** Until when something fires that has no end yet: the last moment that a date can be. */
export const FIRES_STILL = 8_640_000_000_000_000;

/** The end of a firing as a time that can be compared. */
export function firesUntil(endsAt: DbTime | null): number {
  return endsAt === null ? FIRES_STILL : Number(endsAt);
}
