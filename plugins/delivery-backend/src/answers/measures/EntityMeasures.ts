import {
  LeadTimeStart,
  OriginChoice,
  OwnershipView,
} from '@fairlead/backstage-plugin-delivery-common';

export interface EntityMeasuresQuery {
  entityRef: string;
  from?: string;
  to?: string;
  leadTimeStart: LeadTimeStart;
  /** Whose changes are counted. */
  origin: OriginChoice;
  view: OwnershipView;
}

/** What the measures of entities are. */
export interface EntityMeasures<TScope> {
  /**
   * Answers an `EntityMeasuresResponse` as JSON. Throws a NotFoundError for a person, and for an entity that does not
   * exist or that the caller may not see.
   */
  read(
    query: EntityMeasuresQuery,
    scope: TScope,
  ): Promise<{ etag: string; json: string }>;
}
