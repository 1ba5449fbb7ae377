import { ForCaller } from '@fairlead/backend-routes';
import { CheckFixResponse } from '@fairlead/backstage-plugin-scorecards-common';

/** One check of a scorecard for one entity. */
export interface FixRequest {
  entityRef: string;
  scorecardRef: string;
  checkId: string;
}

/** How failing checks are mended. */
export interface Fixes {
  /** @throws NotFoundError for an entity and a scorecard that the caller may not see, and a check that does not judge it. */
  get(request: FixRequest, caller: ForCaller): Promise<CheckFixResponse>;
}
