import { TeamRunbooks } from '@fairlead/backstage-plugin-runbooks-common';

/** What would fail a team tonight. */
export interface TeamAnswers<TScope> {
  /** @throws NotFoundError, the same for a team that does not exist and for one that is hidden */
  get(teamRef: string, scope: TScope): Promise<TeamRunbooks>;
}
