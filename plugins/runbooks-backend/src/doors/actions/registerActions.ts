import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { ForCaller } from '@fairlead/backend-routes';
import { RunbookForAnswers } from '../../answers/for';
import { Runbooks } from '../../answers/registry';
import { createGetRunbookForAlertAction } from './createGetRunbookForAlertAction';
import { createListRunbooksAction } from './createListRunbooksAction';

/** Offers what an assistant may ask; each action runs with the credentials of who asks. */
export function registerActions(options: {
  actionsRegistry: ActionsRegistryService;
  runbookFor: RunbookForAnswers<ForCaller>;
  runbooks: Runbooks<ForCaller>;
}): void {
  createGetRunbookForAlertAction(options);
  createListRunbooksAction(options);
}
