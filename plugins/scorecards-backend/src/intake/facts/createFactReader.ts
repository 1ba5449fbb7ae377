import { Fact } from '@fairlead/backstage-plugin-scorecards-common';
import { FactTuple } from './readFactLists';

const REMEMBERED_TIMES = 1_000;

/** Reads facts at one time. */
export type FactReader = (tuple: FactTuple) => Fact;

/**
 * Makes a reader of many facts. What one source saw at once bears one time, so that each is written out only once; an
 * evaluation of all entities reads millions.
 */
export function createFactReader(options: {
  now: number;
  unitOf(factId: string): string | undefined;
}): FactReader {
  const times = new Map<number, string>();

  function isoTime(time: number): string {
    const known = times.get(time);
    if (known !== undefined) {
      return known;
    }
    if (times.size >= REMEMBERED_TIMES) {
      times.clear();
    }
    const text = new Date(time).toISOString();
    times.set(time, text);
    return text;
  }

  return ([id, source, value, observedAt, error, expiresAt]) => {
    const fact: Fact = {
      id,
      source,
      observedAt: isoTime(observedAt),
      state: readState(error, expiresAt, options.now),
    };
    const unit = options.unitOf(id);
    if (value !== null) {
      fact.value = value;
    }
    if (unit !== undefined) {
      fact.unit = unit;
    }
    if (error !== null) {
      fact.error = error;
    }
    if (expiresAt !== null) {
      fact.expiresAt = isoTime(expiresAt);
    }
    return fact;
  };
}

function readState(
  error: string | null,
  expiresAt: number | null,
  now: number,
): Fact['state'] {
  if (error !== null) {
    return 'error';
  }
  return expiresAt !== null && expiresAt <= now ? 'stale' : 'ok';
}
