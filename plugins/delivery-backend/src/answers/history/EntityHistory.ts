import {
  EntityHistoryResponse,
  RecordKind,
} from '@fairlead/backstage-plugin-delivery-common';

export interface EntityHistoryQuery {
  entityRef: string;
  kinds?: readonly RecordKind[];
  from?: string;
  to?: string;
  limit: number;
  cursor?: string;
}

/** What happened to entities. */
export interface EntityHistory<TScope> {
  /**
   * The records that tell of a time in the window, latest first: of an entity, or of all that are today behind a group,
   * a system or a domain. Throws a NotFoundError for a person, and for an entity that the caller may not see.
   */
  list(
    query: EntityHistoryQuery,
    scope: TScope,
  ): Promise<EntityHistoryResponse>;
}
