import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { AuthorizedServices } from '../../createAuthorizedServices';
import { createGetEntityScorecardsAction } from './createGetEntityScorecardsAction';
import { createListScorecardEntitiesAction } from './createListScorecardEntitiesAction';
import { createPreviewScorecardAction } from './createPreviewScorecardAction';

/** Offers what an assistant may ask; each action runs with the credentials of who asks. */
export function registerActions(
  options: AuthorizedServices & { actionsRegistry: ActionsRegistryService },
): void {
  createGetEntityScorecardsAction(options);
  createListScorecardEntitiesAction(options);
  createPreviewScorecardAction(options);
}
