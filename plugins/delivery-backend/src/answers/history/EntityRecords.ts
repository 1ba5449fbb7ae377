import {
  EntityRecordsResponse,
  LeadTimeStart,
  MeasureId,
  OriginChoice,
  OwnershipView,
} from '@fairlead/backstage-plugin-delivery-common';

export interface EntityRecordsQuery {
  entityRef: string;
  measure: MeasureId;
  from?: string;
  to?: string;
  leadTimeStart: LeadTimeStart;
  /** Whose changes are counted. */
  origin: OriginChoice;
  view: OwnershipView;
  /** List what was left out instead. */
  excluded: boolean;
  limit: number;
  cursor?: string;
}

/** The records behind measures, and those that were left out. */
export interface EntityRecords<TScope> {
  /**
   * A page, latest first. The first page of the records holds the first of those left out as well; `excluded` pages
   * through all of them. Throws a NotFoundError for a person, and for an entity that the caller may not see.
   */
  list(
    query: EntityRecordsQuery,
    scope: TScope,
  ): Promise<EntityRecordsResponse>;
}
