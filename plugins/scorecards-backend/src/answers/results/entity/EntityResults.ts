import {
  EntityFactsResponse,
  EntityLevelsResponse,
  Page,
  Transition,
} from '@fairlead/backstage-plugin-scorecards-common';

/** How an entity stands, ready to be sent. */
export interface EntityScorecards {
  /** Differs when anything in the answer differs. */
  etag: string;
  /** An `EntityScorecardsResponse`. */
  json: string;
}

/** Which transitions of an entity to list. */
export interface TransitionsQuery {
  entityRef: string;
  scorecardRef?: string;
  limit: number;
  cursor?: string;
}

/**
 * What is stored about entities. A hidden entity is answered like an unknown one: with a NotFoundError, or by leaving
 * it out of a list.
 */
export interface EntityResults<TScope> {
  getScorecards(entityRef: string, scope: TScope): Promise<EntityScorecards>;

  getFacts(entityRef: string, scope: TScope): Promise<EntityFactsResponse>;

  /** Newest first. */
  listTransitions(
    query: TransitionsQuery,
    scope: TScope,
  ): Promise<Page<Transition>>;

  /** In the order of the refs. */
  listLevels(
    entityRefs: readonly string[],
    scope: TScope,
  ): Promise<EntityLevelsResponse>;
}
