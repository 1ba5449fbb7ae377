import { DbFactRow } from '../../database/tables';
import { Observation } from './parseSinkEntry';

/** What an observation does to the stored row. */
export type FactWrite =
  | { type: 'put'; row: DbFactRow }
  | { type: 'delete'; row: DbFactRow };

/**
 * What to write after an observation, or undefined when it changes nothing.
 *
 * @remarks
 *
 * A value that is the same as before is written again only once its age begins to matter (`refreshAfter`), so that a
 * source that runs every hour does not rewrite its facts every hour. A failure keeps the last value, and the time at
 * which that was observed.
 */
export function planFactWrite(
  stored: DbFactRow | undefined,
  seen: Observation,
  options: {
    /** Milliseconds until the value turns stale. */
    timeToLive: number | undefined;
    /** Milliseconds after which an unchanged value is written again. */
    refreshAfter: number;
  },
): FactWrite | undefined {
  if (stored && seen.observedAt <= lastSeenAt(stored)) {
    return undefined;
  }
  if (seen.error !== undefined) {
    const row = {
      entity_ref: seen.entityRef,
      fact_id: seen.factId,
      source: seen.source,
      value: stored?.value ?? null,
      observed_at: stored?.observed_at ?? seen.observedAt,
      expires_at: stored?.expires_at ?? null,
      error: seen.error,
      error_at: seen.observedAt,
    };
    return stored?.error === seen.error ? undefined : { type: 'put', row };
  }
  if (seen.value === undefined) {
    return stored && { type: 'delete', row: stored };
  }
  const isUnchanged =
    stored?.error === null &&
    stored.value === seen.value &&
    stored.source === seen.source;
  if (
    isUnchanged &&
    seen.observedAt < Number(stored.observed_at) + options.refreshAfter
  ) {
    return undefined;
  }
  const row = {
    entity_ref: seen.entityRef,
    fact_id: seen.factId,
    source: seen.source,
    value: seen.value,
    observed_at: seen.observedAt,
    expires_at:
      options.timeToLive === undefined
        ? null
        : seen.observedAt + options.timeToLive,
    error: null,
    error_at: null,
  };
  return { type: 'put', row };
}

/** When anything was last stored of a fact, be it a value or a failure. */
export function lastSeenAt(row: DbFactRow): number {
  return Number(row.error_at ?? row.observed_at);
}
