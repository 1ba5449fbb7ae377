import { FrictionResponse } from '@fairlead/backstage-plugin-delivery-common';

export interface FrictionQuery {
  entityRef: string;
  from?: string;
  to?: string;
}

/** What was reported to get in the way. */
export interface Friction<TScope> {
  /**
   * Of an entity, of all parts of a system or a domain, or of what a group and the groups below it owned at the time.
   * Throws a NotFoundError for a person, and for an entity that the caller may not see.
   */
  read(query: FrictionQuery, scope: TScope): Promise<FrictionResponse>;
}
