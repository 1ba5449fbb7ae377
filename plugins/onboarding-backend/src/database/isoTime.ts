import { DbTime } from './tables';

/** A stored time as ISO 8601, UTC. */
export function isoTime(time: DbTime): string {
  return new Date(Number(time)).toISOString();
}
