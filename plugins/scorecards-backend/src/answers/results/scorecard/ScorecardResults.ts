import {
  CheckStatus,
  HistoryResponse,
  Page,
  RollupBy,
  RollupResponse,
  ScorecardDetailsResponse,
  ScorecardEntitiesPage,
  ScorecardSummary,
} from '@fairlead/backstage-plugin-scorecards-common';

/** Which entities of a scorecard to list. */
export interface ScorecardEntitiesFilter {
  /** A level of the scorecard, or `none`. */
  level?: string;
  /** With `check`: entities for which that check has this status; else for which any check has it. */
  status?: CheckStatus;
  /** Alone: entities for which the check does not pass. */
  check?: string;
  /** A full ref, or `none`. */
  owner?: string;
  /** Takes the teams below `owner` in too. */
  includeDescendants?: boolean;
  /** A full ref, or `none`. */
  system?: string;
  /** A full ref, or `none`. */
  domain?: string;
  /** Part of the entity's ref or title, in any case. */
  text?: string;
  /** `level`, `name`, `owner`, `score` or `check:<id>`, led by `-` the other way round; by level when left out. */
  sort?: string;
}

/** A page of a scorecard's entities. The filter travels whole, from the schema of the route to the query. */
export interface ScorecardEntitiesQuery {
  scorecardRef: string;
  filter: ScorecardEntitiesFilter;
  limit: number;
  cursor?: string;
}

/**
 * How scorecards stand. Counts and lists hold what the scope may see and nothing else. A hidden scorecard is answered
 * like an unknown one, with a NotFoundError.
 */
export interface ScorecardResults<TScope> {
  /** By ref. */
  list(
    query: { limit: number; cursor?: string },
    scope: TScope,
  ): Promise<Page<ScorecardSummary>>;

  get(scorecardRef: string, scope: TScope): Promise<ScorecardDetailsResponse>;

  /** Unless sorted otherwise, worst first: by level, then by score, those of which nothing counts last. */
  listEntities(
    query: ScorecardEntitiesQuery,
    scope: TScope,
  ): Promise<ScorecardEntitiesPage>;

  /** The same rows in the same order, page by page as they are asked for. */
  streamEntities(
    query: Pick<ScorecardEntitiesQuery, 'scorecardRef' | 'filter'>,
    scope: TScope,
  ): Promise<AsyncIterable<ScorecardEntitiesPage>>;

  rollup(
    query: { scorecardRef: string; by: RollupBy },
    scope: TScope,
  ): Promise<RollupResponse>;

  /** Days are `YYYY-MM-DD`, UTC, both included. */
  history(
    query: { scorecardRef: string; from: string; to: string },
    scope: TScope,
  ): Promise<HistoryResponse>;
}
