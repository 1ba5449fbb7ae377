import {
  JourneyReceipt,
  VoteOnDocs,
} from '@fairlead/backstage-plugin-onboarding-common';
import { JourneyActor } from '../journeys';

/** What people say of the documentation of tasks. */
export interface Votes {
  /** Says it, in the place of what they said before. */
  give(
    journeyId: string,
    taskId: string,
    request: VoteOnDocs,
    actor: JourneyActor,
  ): Promise<JourneyReceipt>;
}
