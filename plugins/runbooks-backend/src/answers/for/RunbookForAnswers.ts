import { RunbookFor } from '@fairlead/backstage-plugin-runbooks-common';

/** What a runbook is looked for: an alert, an entity, or an alert on an entity. */
export interface RunbookForQuery {
  alert?: string;
  entity?: string;
}

/** Which runbook to open. */
export interface RunbookForAnswers<TScope> {
  /** @throws NotFoundError, the same for an entity that does not exist and for one that is hidden */
  find(query: RunbookForQuery, scope: TScope): Promise<RunbookFor>;
}
