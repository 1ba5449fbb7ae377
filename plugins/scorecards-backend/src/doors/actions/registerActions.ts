import { AuditorService } from '@backstage/backend-plugin-api';
import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { ForCaller } from '@fairlead/backend-routes';
import { Preview } from '../../answers/preview';
import { EntityResults, ScorecardResults } from '../../answers/results';
import { AuthorizedWaivers } from '../../judging/waivers/AuthorizedWaivers';
import { createGetEntityScorecardsAction } from './createGetEntityScorecardsAction';
import { createGetFixAction } from './createGetFixAction';
import { createListScorecardEntitiesAction } from './createListScorecardEntitiesAction';
import { createListWaiversAction } from './createListWaiversAction';
import { createPreviewScorecardAction } from './createPreviewScorecardAction';
import { createRequestWaiverAction } from './createRequestWaiverAction';

/** Offers what an assistant may ask; each action runs with the credentials of who asks. */
export function registerActions(options: {
  actionsRegistry: ActionsRegistryService;
  auditor: AuditorService;
  entities: EntityResults<ForCaller>;
  preview: Preview<ForCaller>;
  scorecards: ScorecardResults<ForCaller>;
  waivers: AuthorizedWaivers;
}): void {
  createGetEntityScorecardsAction(options);
  createGetFixAction(options);
  createListScorecardEntitiesAction(options);
  createPreviewScorecardAction(options);
  createListWaiversAction(options);
  createRequestWaiverAction(options);
}
