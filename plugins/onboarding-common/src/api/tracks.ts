import {
  DocsVote,
  HelpRequest,
  JourneyMilestone,
  JourneyState,
} from './journeys';
import { TrackProblem, TrackPurpose, TrackStart } from '../track';

/** A track in a list. @public */
export interface TrackSummary {
  trackRef: string;
  title: string;
  description?: string;
  purpose: TrackPurpose;
  ownerRef: string;
  version: number;
  starts: TrackStart[];
  /** How many tasks count, those of included tracks with them; generated ones are not known before somebody is on it. */
  tasks: number;
  milestones: number;
  /** How many journeys are on the way; absent where they are fewer than five and the caller does not answer for the track. */
  onTheWay?: number;
}

/** `GET /tracks` @public */
export interface TrackPage {
  items: TrackSummary[];
  nextCursor?: string;
  totalItems: number;
}

/** `GET /tracks/:namespace/:name` @public */
export interface TrackDetail extends TrackSummary {
  /** As somebody sees them who has not begun. */
  plan: JourneyMilestone[];
  /** Included tracks that are not there. */
  missing: string[];
  /** When each version came, the latest first. */
  versions: { version: number; at: string }[];
  /** The caller answers for it, and may assign it and read its insights in full. */
  isMine: boolean;
}

/** `POST /preview` @public */
export interface PreviewTrack {
  /** YAML, or the entity. */
  track: string | Record<string, unknown>;
  /** As whom: the ref of a user; the caller when left out. */
  user?: string;
}

/** The answer to `POST /preview`; nothing is stored. @public */
export interface TrackPreview {
  /** With problems nothing is planned. */
  problems: TrackProblem[];
  userRef?: string;
  /** Whether the user is of its audience. */
  isForUser?: boolean;
  plan: JourneyMilestone[];
}

/** How long something took a cohort. All times are calendar time in seconds. @public */
export interface CohortTime {
  /** How many have reached it. */
  reached: number;
  /** Of how many. */
  n: number;
  /** The median of those who have reached it, so far; absent while they are fewer than five. */
  medianSoFar?: number;
  /** The Kaplan–Meier median, which counts those who have not reached it yet; absent while fewer than half have. */
  median?: number;
  /** The same in working hours, as the second number; of setup time alone. */
  workingMedian?: number;
}

/** The bands of setup time. @public */
export type SetupBand = 'elite' | 'competitive' | 'between' | 'friction';

/** Those who started in one quarter. @public */
export interface Cohort {
  /** For example `2026-Q3`. */
  quarter: string;
  /** How many started; none is shown under five. */
  n: number;
  setup: CohortTime & { band?: SetupBand };
  mergedChange: CohortTime;
  tenthMergedChange: CohortTime;
  reviewGiven: CohortTime;
  deployedChange: CohortTime;
  resolvedIncident: CohortTime;
  completed: CohortTime;
  /** Of first merged changes: how many were made by an agent; absent while fewer than five people have one. */
  byAgent?: { n: number; of: number };
}

/** How a task goes. Nothing of it is shown of fewer than five who met it. @public */
export interface TaskFigures {
  taskId: string;
  milestoneId: string;
  title: string;
  /** How many could begin it, and have done it. */
  met: number;
  done: number;
  /** Median from when it could be begun until done, in seconds. */
  medianTime?: number;
  /** How long it says that it takes, in seconds. */
  takes?: number;
  /** Share of those who met it that asked for help. */
  stuckShare?: number;
  /** Of the calls for help: what was missing. */
  missing?: { context: number; confidence: number };
  votes?: Record<DocsVote, number>;
}

/** `GET /tracks/:namespace/:name/insights` @public */
export interface TrackInsights {
  trackRef: string;
  /** Only journeys of this team, if one was asked for. */
  teamRef?: string;
  /** The latest first. Those with fewer than five are left out. */
  cohorts: Cohort[];
  /** How many people stand in no cohort that is shown; absent while they are fewer than five themselves. */
  hidden?: number;
  /** How many reached each milestone. */
  funnel: { milestoneId: string; title: string; reached: number; n: number }[];
  /** The most stuck first. */
  tasks: TaskFigures[];
  /** Before and after each change of the track, where both sides have five. */
  changes: {
    version: number;
    at: string;
    before: CohortTime;
    after: CohortTime;
  }[];
  /** What is asked for and nobody does; to those who do not answer for the track, of five people and more. */
  findings: {
    kind: 'no-buddy' | 'no-manager' | 'empty-group';
    role: string;
    journeys: number;
  }[];
}

/** A member of a team on a track. Their progress is for themselves, their buddy and those who answer for the track. @public */
export interface TeamJourney {
  userRef: string;
  trackRef: string;
  title: string;
  state: JourneyState;
  startAt: string;
}

/**
 * A track that the caller answers for, in one of its versions, with who of a team is on the way on it. How far they are is
 * theirs, and is not told.
 *
 * @public
 */
export interface LedTrack {
  trackRef: string;
  title: string;
  version: number;
  /** All tasks of this version, to leave one out for somebody; those that the catalog adds for each person are not among them. */
  tasks: { id: string; title: string }[];
  journeys: {
    journeyId: string;
    userRef: string;
    /** Who goes along, or is asked to. */
    buddyRef?: string;
  }[];
}

/** `GET /teams/:kind/:namespace/:name` @public */
export interface TeamOnboarding {
  teamRef: string;
  /** Those the caller may see: of direct reports, and of whom one is the buddy. */
  journeys: TeamJourney[];
  /** How many are on the way; absent where they are fewer than five and the caller sees not all of them. */
  onTheWay?: number;
  setup?: CohortTime & { band?: SetupBand };
  mergedChange?: CohortTime;
  tasks: TaskFigures[];
  rolesUnfilled: { role: string; journeys: number }[];
  helpRequests: HelpRequest[];
  /** The tracks that the caller answers for and somebody of the team is on; absent where there are none. */
  ledTracks?: LedTrack[];
}

/** `GET /entities/:kind/:namespace/:name`: for those who are new here. @public */
export interface EntityOnboarding {
  entityRef: string;
  /** The caller is on a journey in the team that owns it. */
  isNewHere: boolean;
  read: { title: string; url: string }[];
  run: { title: string; url: string }[];
  firstTry: { title: string; url: string }[];
  ask: { role: 'buddy' | 'owner'; ref: string }[];
}
