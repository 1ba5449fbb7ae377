import { Fact } from '@fairlead/backstage-plugin-scorecards-common';
import { DbFactRow, DbTime } from '../database/tables';

const REMEMBERED_TIMES = 1_000;

/** Reads rows of facts at one time. */
export interface FactReader {
  read(row: DbFactRow): Fact;
}

/**
 * Makes a reader of many facts. What one source saw at once bears one time, so that each is written out only once; an
 * evaluation of all entities reads millions of rows.
 */
export function createFactReader(options: {
  now: number;
  unitOf(factId: string): string | undefined;
}): FactReader {
  const times = new Map<DbTime, string>();

  function isoTime(time: DbTime): string {
    const known = times.get(time);
    if (known !== undefined) {
      return known;
    }
    if (times.size >= REMEMBERED_TIMES) {
      times.clear();
    }
    const text = new Date(Number(time)).toISOString();
    times.set(time, text);
    return text;
  }

  return {
    read(row) {
      const fact: Fact = {
        id: row.fact_id,
        source: row.source,
        observedAt: isoTime(row.observed_at),
        state: readState(row, options.now),
      };
      const unit = options.unitOf(row.fact_id);
      if (row.value !== null) {
        fact.value = JSON.parse(row.value);
      }
      if (unit !== undefined) {
        fact.unit = unit;
      }
      if (row.error !== null) {
        fact.error = row.error;
      }
      if (row.expires_at !== null) {
        fact.expiresAt = isoTime(row.expires_at);
      }
      return fact;
    },
  };
}

function readState(row: DbFactRow, now: number): Fact['state'] {
  if (row.error !== null) {
    return 'error';
  }
  return row.expires_at !== null && Number(row.expires_at) <= now
    ? 'stale'
    : 'ok';
}
