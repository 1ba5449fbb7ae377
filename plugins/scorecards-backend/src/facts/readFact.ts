import { Fact } from '@fairlead/backstage-plugin-scorecards-common';
import { DbFactRow } from '../database/tables';

/** The fact of a row, with its state at `now`. */
export function readFact(
  row: DbFactRow,
  options: { unit: string | undefined; now: number },
): Fact {
  const expiresAt =
    row.expires_at === null ? undefined : Number(row.expires_at);
  return {
    id: row.fact_id,
    ...(row.value !== null && { value: JSON.parse(row.value) }),
    ...(options.unit !== undefined && { unit: options.unit }),
    source: row.source,
    observedAt: new Date(Number(row.observed_at)).toISOString(),
    state: readState(row, expiresAt, options.now),
    ...(row.error !== null && { error: row.error }),
    ...(expiresAt !== undefined && {
      expiresAt: new Date(expiresAt).toISOString(),
    }),
  };
}

function readState(
  row: DbFactRow,
  expiresAt: number | undefined,
  now: number,
): Fact['state'] {
  if (row.error !== null) {
    return 'error';
  }
  return expiresAt !== undefined && expiresAt <= now ? 'stale' : 'ok';
}
