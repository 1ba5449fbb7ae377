import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { AuthorizedJourneyAnswers } from '../../answers/journeys';
import { AuthorizedHelp } from '../../records/help';
import { AuthorizedJourneys } from '../../records/journeys';
import { createAskForHelpAction } from './createAskForHelpAction';
import { createCompleteOwnTaskAction } from './createCompleteOwnTaskAction';
import { createMyNextTaskAction } from './createMyNextTaskAction';

/** Offers what the assistant of a newcomer may do; each action runs with the credentials of the newcomer. */
export function registerActions(options: {
  actionsRegistry: ActionsRegistryService;
  help: AuthorizedHelp;
  journeyAnswers: AuthorizedJourneyAnswers;
  journeys: AuthorizedJourneys;
}): void {
  createMyNextTaskAction(options);
  createCompleteOwnTaskAction(options);
  createAskForHelpAction(options);
}
