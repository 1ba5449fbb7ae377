import {
  HealthPart,
  HealthState,
  RunbookDetail,
  RunbookPage,
  RunbooksOrder,
  RunbookTier,
} from '@fairlead/backstage-plugin-runbooks-common';

/** Which runbooks to list. */
export interface RunbooksFilter {
  /** The ref of a team, with the teams below it, or of a user. */
  owner?: string;
  tier?: RunbookTier;
  /** A part of the health: the one that is in `state`, or that is not `ok` where no `state` is given. */
  part?: HealthPart;
  /** The state of `part`, or of any part where no `part` is given. */
  state?: HealthState;
  /** The name of an alert that leads to it. */
  alert?: string;
  /** The ref of an entity that it serves, or its own. */
  entity?: string;
  /** Part of the title, in any case. */
  q?: string;
}

/** A page of the registry. */
export interface RunbooksQuery {
  filter: RunbooksFilter;
  /** @defaultValue 'title' */
  order?: RunbooksOrder;
  limit: number;
  cursor?: string;
}

/** The registry of runbooks. Lists, counts and names hold what the scope may see and nothing else. */
export interface Runbooks<TScope> {
  list(query: RunbooksQuery, scope: TScope): Promise<RunbookPage>;

  /** Throws a NotFoundError, the same for a runbook that does not exist and for one that is hidden. */
  get(runbookId: string, scope: TScope): Promise<RunbookDetail>;
}
