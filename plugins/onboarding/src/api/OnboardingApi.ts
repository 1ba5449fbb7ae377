import { createApiRef } from '@backstage/core-plugin-api';
import {
  AnswerBuddy,
  AskForHelp,
  CompleteTask,
  EndJourney,
  EntityOnboarding,
  Journey,
  JourneyReceipt,
  MyJourneys,
  PreviewTrack,
  ReplyToHelp,
  StartJourney,
  TeamOnboarding,
  TrackDetail,
  TrackInsights,
  TrackPage,
  TrackPreview,
  VoteOnDocs,
  WaiveTask,
} from '@fairlead/backstage-plugin-onboarding-common';

/** Which tracks. @public */
export interface TracksQuery {
  limit?: number;
  cursor?: string;
}

/** Whose figures; those of all teams when left out. @public */
export interface InsightsQuery {
  /** The ref of a group. */
  team?: string;
}

/** What a change of a journey answers: the journey as it is then, or only which one it is to those who may not see it. @public */
export type JourneyAnswer = Journey | JourneyReceipt;

/**
 * The onboarding backend, as the screens need it.
 *
 * @public
 */
export interface OnboardingApi {
  /** One's own journeys, and what journeys of others have for oneself. */
  getMine(): Promise<MyJourneys>;
  /** One journey, of oneself or of somebody whose buddy one is. */
  getJourney(id: string): Promise<Journey>;
  /** Begins a journey, for oneself or for somebody else. */
  startJourney(start: StartJourney): Promise<JourneyAnswer>;
  /** Moves a journey to the newest version of its track. */
  moveJourney(id: string): Promise<JourneyAnswer>;
  endJourney(id: string, end: EndJourney): Promise<JourneyAnswer>;
  /** Accepts being a buddy, passes it on, or names one. */
  answerBuddy(id: string, answer: AnswerBuddy): Promise<JourneyAnswer>;
  completeTask(
    id: string,
    task: string,
    complete?: CompleteTask,
  ): Promise<JourneyAnswer>;
  waiveTask(id: string, task: string, waive: WaiveTask): Promise<JourneyAnswer>;
  /** Starts the scaffolder template of a task. */
  startTask(id: string, task: string): Promise<JourneyAnswer>;
  askForHelp(
    id: string,
    task: string,
    question: AskForHelp,
  ): Promise<JourneyAnswer>;
  /** Says that one goes on. */
  solveHelp(id: string, task: string): Promise<JourneyAnswer>;
  voteOnDocs(
    id: string,
    task: string,
    vote: VoteOnDocs,
  ): Promise<JourneyAnswer>;
  replyToHelp(requestId: string, reply: ReplyToHelp): Promise<void>;
  listTracks(query?: TracksQuery): Promise<TrackPage>;
  getTrack(trackRef: string): Promise<TrackDetail>;
  /** The times of cohorts, and how tasks go. */
  getInsights(trackRef: string, query?: InsightsQuery): Promise<TrackInsights>;
  /** What a track comes to for somebody; nothing is kept. */
  previewTrack(preview: PreviewTrack): Promise<TrackPreview>;
  getTeam(teamRef: string): Promise<TeamOnboarding>;
  /** What somebody who is new reads, runs and tries first. */
  getEntity(entityRef: string): Promise<EntityOnboarding>;
}

/** @public */
export const onboardingApiRef = createApiRef<OnboardingApi>({
  id: 'plugin.onboarding.client',
});
