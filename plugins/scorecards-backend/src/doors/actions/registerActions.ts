import { AuditorService } from '@backstage/backend-plugin-api';
import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { ForCaller } from '@fairlead/backend-routes';
import { Fixes } from '../../answers/fixes';
import { Preview } from '../../answers/preview';
import { EntityResults, ScorecardResults } from '../../answers/results';
import { AuthorizedFacts } from '../../intake/facts/AuthorizedFacts';
import { AuthorizedCampaigns } from '../../judging/campaigns/AuthorizedCampaigns';
import { AuthorizedWaivers } from '../../judging/waivers/AuthorizedWaivers';
import { createCheckGateAction } from './createCheckGateAction';
import { createExplainCheckAction } from './createExplainCheckAction';
import { createGetEntityScorecardsAction } from './createGetEntityScorecardsAction';
import { createGetFixAction } from './createGetFixAction';
import { createDraftCampaignAction } from './createDraftCampaignAction';
import { createListCampaignsAction } from './createListCampaignsAction';
import { createListScorecardEntitiesAction } from './createListScorecardEntitiesAction';
import { createListScorecardsAction } from './createListScorecardsAction';
import { createListWaiversAction } from './createListWaiversAction';
import { createPreviewScorecardAction } from './createPreviewScorecardAction';
import { createReportFactAction } from './createReportFactAction';
import { createRequestWaiverAction } from './createRequestWaiverAction';

/** Offers what an assistant may ask; each action runs with the credentials of who asks. */
export function registerActions(options: {
  actionsRegistry: ActionsRegistryService;
  auditor: AuditorService;
  campaigns: AuthorizedCampaigns;
  entities: EntityResults<ForCaller>;
  facts: AuthorizedFacts;
  fixes: Fixes;
  preview: Preview<ForCaller>;
  scorecards: ScorecardResults<ForCaller>;
  waivers: AuthorizedWaivers;
}): void {
  createListScorecardsAction(options);
  createListScorecardEntitiesAction(options);
  createGetEntityScorecardsAction(options);
  createExplainCheckAction(options);
  createCheckGateAction(options);
  createGetFixAction(options);
  createPreviewScorecardAction(options);
  createReportFactAction(options);
  createListWaiversAction(options);
  createRequestWaiverAction(options);
  createListCampaignsAction(options);
  createDraftCampaignAction(options);
}
