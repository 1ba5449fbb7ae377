import { OwnerScorecardsResponse } from '@fairlead/backstage-plugin-scorecards-common';

/** How the entities of a team, and of the teams below it, stand. */
export interface OwnerResults<TScope> {
  /** Throws a NotFoundError for an owner that is not in the catalog and owns nothing that may be seen, and for a person. */
  get(ownerRef: string, scope: TScope): Promise<OwnerScorecardsResponse>;
}
