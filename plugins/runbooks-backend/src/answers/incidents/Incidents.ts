import {
  IncidentDetail,
  IncidentPage,
  Learning,
} from '@fairlead/backstage-plugin-runbooks-common';

/** Which incidents a list holds. */
export interface IncidentFilter {
  entity?: string;
  /** The ref of a team, with all below it, or of a user. */
  owner?: string;
  /** ISO 8601; those that were opened then or later. */
  from?: string;
  /** Not resolved yet, or resolved. */
  open?: boolean;
  learning?: Learning['state'];
}

/** What is told of incidents. */
export interface Incidents<TScope> {
  /** The latest first, with what all that fit the filter come to. */
  list(
    query: IncidentFilter & { limit: number; cursor?: string },
    scope: TScope,
  ): Promise<IncidentPage>;

  /** Throws a NotFoundError for an incident that may not be seen. */
  get(key: string, scope: TScope): Promise<IncidentDetail>;
}
