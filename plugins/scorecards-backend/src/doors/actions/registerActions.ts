import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { ForCaller } from '@fairlead/backend-routes';
import { Preview } from '../../answers/preview';
import { EntityResults, ScorecardResults } from '../../answers/results';
import { createGetEntityScorecardsAction } from './createGetEntityScorecardsAction';
import { createListScorecardEntitiesAction } from './createListScorecardEntitiesAction';
import { createPreviewScorecardAction } from './createPreviewScorecardAction';

/** Offers what an assistant may ask; each action runs with the credentials of who asks. */
export function registerActions(options: {
  actionsRegistry: ActionsRegistryService;
  entities: EntityResults<ForCaller>;
  preview: Preview<ForCaller>;
  scorecards: ScorecardResults<ForCaller>;
}): void {
  createGetEntityScorecardsAction(options);
  createListScorecardEntitiesAction(options);
  createPreviewScorecardAction(options);
}
