import {
  AnswerBuddy,
  EndJourney,
  JourneyReceipt,
  WaiveTask,
} from '@fairlead/backstage-plugin-onboarding-common';

/** Who changes a journey. */
export interface JourneyActor {
  /** The ref of a user, or the subject of a service. */
  ref: string;
  /** Software acts, with the rights of a person or its own. */
  byAgent: boolean;
  /** They may change the journeys of any track. */
  mayAny: boolean;
}

/** A journey to begin, as a caller asks for it. */
export interface JourneyRequest {
  trackRef: string;
  userRef: string;
  /** Milliseconds since the epoch. */
  startAt?: number;
}

/** That a task is done, as a caller says. */
export interface ToldCompletion {
  /** What shows it. */
  url?: string;
  /** Milliseconds since the epoch; now when left out. */
  at?: number;
}

/** Changes of journeys that people ask for. */
export interface Journeys {
  /** Begins a journey by oneself, or of somebody else by assignment. The one that goes on is answered in place of another one. */
  start(
    request: JourneyRequest,
    actor: JourneyActor,
  ): Promise<{ journey: JourneyReceipt; isNew: boolean }>;
  /** What is done already is answered as it is. */
  complete(
    id: string,
    task: string,
    completion: ToldCompletion,
    actor: JourneyActor,
  ): Promise<JourneyReceipt>;
  waive(
    id: string,
    task: string,
    request: WaiveTask,
    actor: JourneyActor,
  ): Promise<JourneyReceipt>;
  /** To the newest version of its track. */
  move(id: string, actor: JourneyActor): Promise<JourneyReceipt>;
  end(
    id: string,
    request: EndJourney,
    actor: JourneyActor,
  ): Promise<JourneyReceipt>;
  answerBuddy(
    id: string,
    answer: AnswerBuddy,
    actor: JourneyActor,
  ): Promise<JourneyReceipt>;
}
