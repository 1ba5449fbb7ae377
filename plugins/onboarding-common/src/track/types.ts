import { Entity } from '@backstage/catalog-model';
import { FilterPredicate } from '@backstage/filter-predicates';
import { JsonObject } from '@backstage/types';

/** What a track is for. A handover is the way of somebody who leaves or moves on. @public */
export const TRACK_PURPOSES = ['onboarding', 'on-call', 'handover'] as const;

/** What a track is for. @public */
export type TrackPurpose = (typeof TRACK_PURPOSES)[number];

/**
 * How a journey on a track may start: when somebody joins a group that the audience names, when somebody who may
 * assigns it, or by oneself.
 *
 * @public
 */
export const TRACK_STARTS = ['join', 'assignment', 'self'] as const;

/** How a journey on a track may start. @public */
export type TrackStart = (typeof TRACK_STARTS)[number];

/** What a track can take from the catalog, of the team of whoever is on it. @public */
export const GENERATED_PARTS = [
  'services',
  'runbooks',
  'decisions',
  'dashboards',
  'people',
] as const;

/** What a track can take from the catalog. @public */
export type GeneratedPart = (typeof GENERATED_PARTS)[number];

/**
 * Work that records show.
 *
 * - `green-build`: a build of a repository ended well
 * - `merged-change`: a change of theirs was merged
 * - `review-given`: they reviewed a change of somebody else
 * - `review-received`: somebody else reviewed a change of theirs
 * - `deployed-change`: a deployment to production brought a change of theirs
 * - `runbook-drill`: they used a runbook in a drill
 * - `resolved-incident`: they resolved an incident, and nobody else took part
 *
 * @public
 */
export const CONTRIBUTION_KINDS = [
  'green-build',
  'merged-change',
  'review-given',
  'review-received',
  'deployed-change',
  'runbook-drill',
  'resolved-incident',
] as const;

/** Work that records show, see {@link CONTRIBUTION_KINDS}. @public */
export type ContributionKind = (typeof CONTRIBUTION_KINDS)[number];

/** How a task is verified; exactly one. Left out: by whoever does it. @public */
export type TaskVerification =
  | {
      /** By work that records show, from the start of the journey on. */
      record: ContributionKind;
      /** How often; once when left out. */
      times?: number;
    }
  | {
      /** By facts of scorecards: a rule of the rule language, with facts under `facts.<factId>`. */
      fact: JsonObject;
      /** Of which entity: `newcomer`, `team`, or the ref of an entity. The team when left out. */
      of?: string;
    }
  | {
      /** By a run of this scaffolder template, which the task starts: the ref of a `Template`. */
      template: string;
      /** What it is started with. `{{user}}` and `{{team}}` are replaced by names. */
      values?: JsonObject;
    }
  | {
      /** By the buddy. */
      buddy: true;
    }
  | {
      /** By whoever does it. */
      self: true;
    };

/** A link of a task. @public */
export type TaskLink = {
  url: string;
  title?: string;
};

/** Who does a task, besides refs of entities. @public */
export const TASK_ROLES = ['newcomer', 'buddy', 'manager'] as const;

/** Who does a task. The newcomer is whoever is on the journey. @public */
export type TaskRole = (typeof TASK_ROLES)[number];

/** A task of a track. @public */
export type TrackTask = {
  /** Unique in the track: lower case letters, digits and dashes. */
  id: string;
  title: string;
  /** Markdown. */
  description?: string;
  links?: TaskLink[];
  /** The documentation that it is about; votes on it go to `owner`. */
  docs?: string;
  /** Whom to ask: the ref of a group or user. The owner of the track when left out. */
  owner?: string;
  /** Who does it: a role, or the ref of a group or user. The newcomer when left out. */
  for?: string;
  /** The tasks that come first. */
  after?: string[];
  /** It does not count. */
  optional?: boolean;
  /** How long it takes, for example `30m`, `2h` or `3d`; who is longer at it is asked how it goes. */
  takes?: string;
  verifiedBy?: TaskVerification;
};

/** A part of the way, due at a time from the start. @public */
export type TrackMilestone = {
  /** Unique in the track. */
  id: string;
  title: string;
  /** From the start, for example `1d`, `1w`, `30d`; `0d` is before day one, and its tasks need no account of the newcomer. */
  due?: string;
  tasks: TrackTask[];
  /** What the catalog adds to it. */
  generate?: GeneratedPart[];
};

/**
 * The catalog kind `OnboardingTrack`: milestones and tasks for those whom it is for.
 *
 * @public
 */
export interface OnboardingTrackEntityV1alpha1 extends Entity {
  apiVersion: 'fairlead.dev/v1alpha1';
  kind: 'OnboardingTrack';
  spec: {
    /** The team that answers for it. */
    owner: string;
    /** `onboarding` when left out. */
    purpose?: TrackPurpose;
    /**
     * Whom it is for: a plain filter predicate over the `User` entity, and besides `groups`, the refs of all groups that
     * they belong to, through others too, and `owned`, the refs of what these own. Left out: everybody, and nobody is
     * put on it by joining a group.
     */
    audience?: FilterPredicate;
    /** All when left out. */
    starts?: TrackStart[];
    /** Tracks whose milestones come first: the same milestone of several is one. */
    includes?: string[];
    /** Somebody of the team who goes along. */
    buddy?: {
      /** How many journeys one buddy goes along with at once; 2 when left out. */
      atOnce?: number;
    };
    milestones: TrackMilestone[];
  };
}

/** What is wrong with a track, and where. @public */
export interface TrackProblem {
  /** Where in the YAML, for example `spec.milestones[0].tasks[2].after[0]`. */
  path: string;
  /** What is wrong and what would be right. */
  message: string;
}
