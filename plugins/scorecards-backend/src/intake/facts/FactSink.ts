import {
  FactEntry,
  PostFactsResponse,
} from '@fairlead/backstage-plugin-scorecards-common';
import { FactFailure } from '@fairlead/backstage-plugin-scorecards-node';
import { isolated } from '@fairlead/bidi-text';

/** What one source saw of one entity, and what it failed on. */
export interface SinkEntry extends FactEntry {
  /** Facts found to have no value. Only scheduled sources report them. */
  absent?: string[];
  /** Keyed by fact id. Only scheduled sources report failures. */
  failures?: Record<string, FactFailure>;
}

export interface PutFactsOptions {
  /**
   * The id of the scheduled source that is putting. Left out by all other callers, which then may neither use the id
   * of a scheduled source nor send the facts that one declares.
   */
  scheduledSource?: string;
}

/** The one reason for an entity that does not exist, that is never scored, and that the sender may not see. */
export function unknownEntityReason(entityRef: string): string {
  return isolated`There is no entity '${entityRef}' that is scored, or you may not see it`;
}

/**
 * The one door for facts. A scheduled source, the HTTP route and a backend service are three callers of it.
 */
export interface FactSink {
  /**
   * Stores what was seen. An entry is taken whole or rejected whole, with a reason; an entry whose `observedAt` is
   * the same as or older than what is stored changes nothing and is accepted.
   */
  put(
    entries: SinkEntry[],
    options?: PutFactsOptions,
  ): Promise<PostFactsResponse>;
}
