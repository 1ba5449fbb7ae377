import { ContributionKind, TaskLink, TrackPurpose } from '../track';

/** Where a journey stands. `ended` is one that was given up, or whose newcomer left. @public */
export type JourneyState = 'not-started' | 'on-the-way' | 'finished' | 'ended';

/** Where a journey stands on which there is something to do. @public */
export const OPEN_STATES: readonly JourneyState[] = [
  'not-started',
  'on-the-way',
];

/** Where its start date is from; `sign-in` is a guess: their first visit of this portal. @public */
export type StartFrom = 'annotation' | 'told' | 'sign-in' | 'joined';

/** How far a journey is. Optional tasks, and those waived or not applicable, do not count. @public */
export interface JourneyProgress {
  done: number;
  total: number;
  optionalDone: number;
  optionalTotal: number;
  waived: number;
}

/** Where a task stands. @public */
export type TaskState =
  | 'locked'
  | 'open'
  | 'done'
  | 'waived'
  | 'not-applicable';

/** Who may say that a task is done, and by what it shows. @public */
export type TaskVerifiedBy =
  | { by: 'record'; record: ContributionKind; times: number; reached: number }
  | { by: 'fact'; entityRef?: string }
  | { by: 'template'; templateRef: string }
  | { by: 'buddy' }
  | { by: 'self' };

/** What verified a task. @public */
export interface TaskEvidence {
  by: TaskVerifiedBy['by'];
  /** What it was, for example the title of a change. */
  title?: string;
  url?: string;
  /** Of a change: by whom it was made. */
  origin?: 'person' | 'agent' | 'unknown';
  /** Of a record: what it was about. */
  entityRefs?: string[];
}

/** A run of a scaffolder template that a task started. @public */
export interface TaskRun {
  /** Of the scaffolder. */
  taskId: string;
  state: 'running' | 'completed' | 'failed' | 'cancelled' | 'unknown';
  startedAt: string;
}

/** What is missing, as whoever is stuck sees it. @public */
export type MissingPart = 'context' | 'confidence';

/** A call for help. @public */
export interface HelpRequest {
  id: string;
  journeyId: string;
  taskId: string;
  taskTitle: string;
  askedAt: string;
  /** What have you tried? */
  tried: string;
  /** What does the error say? */
  errorSays: string;
  /** What would you do if nobody were here? */
  ifNobodyWereHere: string;
  missing: MissingPart;
  /** Whom it went to: the buddy, or the owner of the task. */
  toRef: string;
  /** Absent for whoever may not see who it is. */
  askedBy?: string;
  reply?: { text: string; by: string; at: string };
  /** When they went on. */
  solvedAt?: string;
}

/** What somebody says of the documentation of a task. @public */
export type DocsVote = 'found' | 'wrong' | 'missing';

/** A task of a journey. @public */
export interface JourneyTask {
  id: string;
  title: string;
  /** Markdown. */
  description?: string;
  links: TaskLink[];
  docs?: string;
  /** Whom to ask. */
  ownerRef: string;
  /** Who does it: a role, or the ref of a group or user. */
  for: string;
  /** Who that is, where it is known; nobody for a role that is not filled. */
  doers: string[];
  state: TaskState;
  /** The tasks that come first and are open. */
  lockedBy: { id: string; title: string }[];
  optional: boolean;
  /** How long it takes, in seconds. */
  takes?: number;
  /** When it could be begun. */
  openSince?: string;
  /** It takes longer than it says. */
  isLong: boolean;
  verifiedBy: TaskVerifiedBy;
  doneAt?: string;
  evidence?: TaskEvidence;
  /** Of a task that is done: whether what verified it is so still. */
  holds?: boolean;
  /** Why it was waived. */
  waived?: { reason: string; at: string };
  run?: TaskRun;
  help?: HelpRequest;
  vote?: DocsVote;
  /** It comes from the catalog. */
  generated: boolean;
  /** What the caller may do with it now. */
  can: ('complete' | 'start' | 'help' | 'vote' | 'waive')[];
}

/** A milestone of a journey. @public */
export interface JourneyMilestone {
  id: string;
  title: string;
  /** From the start, in seconds; told where there is no start yet. */
  due?: number;
  dueAt?: string;
  progress: JourneyProgress;
  tasks: JourneyTask[];
}

/** Somebody to ask. @public */
export interface JourneyPerson {
  role: 'buddy' | 'manager' | 'team' | 'track-owner';
  /** Nobody for a role that is not filled. */
  ref?: string;
  /** Of a buddy: proposed until they accept. */
  state?: 'proposed' | 'accepted';
}

/** A first on the way, with the time it took from the start. @public */
export interface JourneyMoment {
  id:
    | 'setup'
    | 'merged-change'
    | 'review-given'
    | 'deployed-change'
    | 'resolved-incident'
    | 'completed';
  /** Absent while it is open. */
  at?: string;
  /** Calendar time in seconds; of one that is open, so far. */
  seconds: number;
  origin?: 'person' | 'agent' | 'unknown';
}

/** `GET /journeys/:id` @public */
export interface Journey {
  id: string;
  trackRef: string;
  title: string;
  purpose: TrackPurpose;
  /** The version of the track that it is on. */
  version: number;
  /** There is a newer one, to which one can move. */
  newerVersion?: number;
  /** The track is no more; the journey goes on. */
  trackIsGone?: boolean;
  userRef: string;
  /** The team that they joined. */
  teamRef?: string;
  state: JourneyState;
  startAt: string;
  startFrom: StartFrom;
  finishedAt?: string;
  endedAt?: string;
  progress: JourneyProgress;
  /** The task to go on with. */
  next?: string;
  milestones: JourneyMilestone[];
  people: JourneyPerson[];
  /** Empty for anybody but oneself. */
  moments: JourneyMoment[];
  /** Who is looking: a buddy sees no times. */
  role: 'self' | 'buddy';
  /** Grows with each change. */
  revision: number;
}

/** What a change answers to somebody who may change a journey, and does not see it: for example who assigned it. @public */
export interface JourneyReceipt {
  id: string;
  trackRef: string;
  userRef: string;
}

/** A task that somebody else's journey has for the caller. @public */
export interface TaskForOther {
  journeyId: string;
  userRef: string;
  trackTitle: string;
  task: JourneyTask;
  dueAt?: string;
}

/** `GET /journeys/me` @public */
export interface MyJourneys {
  userRef: string;
  /** The catalog knows no such user, so nothing can be started or verified. */
  isUnknown?: boolean;
  /** Those on the way first, then the latest. */
  journeys: Journey[];
  /** What journeys of others have for me to do: their buddy, their manager, or one of the team that does it. */
  tasksForOthers: TaskForOther[];
  /** Those with whom I go along as their buddy: how far they are, and no times. */
  buddyOf?: {
    journeyId: string;
    userRef: string;
    trackTitle: string;
    state: JourneyState;
    progress: JourneyProgress;
  }[];
  /** Those who propose me as their buddy. */
  buddyProposals: { journeyId: string; userRef: string; trackTitle: string }[];
  /** Calls for help that wait for my answer. */
  helpRequests: HelpRequest[];
  /** The tracks that I may start. */
  startable: {
    trackRef: string;
    title: string;
    purpose: TrackPurpose;
    description?: string;
  }[];
}
