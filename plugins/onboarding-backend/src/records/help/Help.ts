import {
  AskForHelp,
  HelpRequest,
  JourneyReceipt,
  ReplyToHelp,
} from '@fairlead/backstage-plugin-onboarding-common';
import { JourneyActor } from '../journeys';

/** Calls for help on tasks, and what comes of them. */
export interface Help {
  /**
   * Asks the buddy, or whoever answers for the task.
   *
   * @throws ConflictError where a call for help on the task waits for an answer
   */
  ask(
    journeyId: string,
    taskId: string,
    request: AskForHelp,
    actor: JourneyActor,
  ): Promise<JourneyReceipt>;
  /** Of whoever it went to; everybody else is told that there is none. */
  reply(
    id: string,
    request: ReplyToHelp,
    actor: JourneyActor,
  ): Promise<HelpRequest>;
  /** They go on. What is solved already stays as it is. */
  solve(
    journeyId: string,
    taskId: string,
    actor: JourneyActor,
  ): Promise<JourneyReceipt>;
}
