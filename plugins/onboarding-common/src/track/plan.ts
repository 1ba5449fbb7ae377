import {
  GeneratedPart,
  TaskLink,
  TaskVerification,
  TrackPurpose,
} from './types';

/** A task as a journey meets it: what was left out is filled in. @public */
export interface PlannedTask {
  id: string;
  title: string;
  /** Markdown. */
  description?: string;
  links: TaskLink[];
  docs?: string;
  /** The full ref of the group or user to ask. */
  ownerRef: string;
  /** A role, or the full ref of a group or user. */
  for: string;
  after: string[];
  optional: boolean;
  /** In seconds. */
  takes?: number;
  verifiedBy: TaskVerification;
}

/** A milestone as a journey meets it. @public */
export interface PlannedMilestone {
  id: string;
  title: string;
  /** From the start, in seconds; 0 is before day one. */
  due?: number;
  tasks: PlannedTask[];
  /** What the catalog adds to it, for the team of whoever is on it. */
  generate: GeneratedPart[];
}

/**
 * A track with what it includes: what a version of it is, and what is stored of it.
 *
 * @public
 */
export interface TrackPlan {
  title: string;
  description?: string;
  purpose: TrackPurpose;
  /** Full ref. */
  ownerRef: string;
  milestones: PlannedMilestone[];
  /** The buddy of each journey goes along with at most so many; absent where no buddy is proposed. */
  buddiesAtOnce?: number;
}
