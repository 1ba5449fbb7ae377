import { PreviewResponse } from '@fairlead/backstage-plugin-scorecards-common';

/** A definition to try out. */
export interface PreviewRequest {
  /** YAML text, or the entity. */
  scorecard: string | Record<string, unknown>;
  /** Only these entities; all visible ones when left out. */
  entityRefs?: readonly string[];
  limit: number;
  cursor?: string;
  /** Aborted when nobody waits for the answer any more. */
  signal?: AbortSignal;
}

/** Says what a definition would do to the catalog, and stores nothing. */
export interface Preview<TScope> {
  /** Throws an InputError when evaluating takes too much, a ServiceUnavailableError when too many are under way. */
  run(request: PreviewRequest, scope: TScope): Promise<PreviewResponse>;
}
