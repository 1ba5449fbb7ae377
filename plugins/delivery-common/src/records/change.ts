import { z } from 'zod';
import {
  Origin,
  originSchema,
  ReportedOrigin,
  reportedOriginSchema,
  Trailer,
  trailerSchema,
} from '../origin/types';
import { instantSchema } from './instant';
import { Interval, intervalSchema } from './interval';
import { RecordBase, recordBaseShape } from './recordBase';

/** A commit of a change. @public */
export interface ChangeCommit {
  sha: string;
  authoredAt?: string;
}

/** A push that made `sha` the head of a change. @public */
export interface ChangePush {
  sha: string;
  at: string;
}

/** That somebody reviewed a change. @public */
export interface ChangeReview {
  /** Who: a user's entity ref, or a keyed hash of the login. */
  by: string;
  /** When they first did. */
  at: string;
}

/** How much a change changes, as far as it is told. @public */
export interface ChangeSize {
  files?: number;
  linesAdded?: number;
  linesDeleted?: number;
}

/** The files that a change touches. @public */
export interface ChangedPaths {
  paths: string[];
  /** There are more of them. */
  cut?: true;
}

/** How many paths a change holds at most. */
const MOST_PATHS = 300;

/** The paths of a change, as records hold them: sorted, and no more than a few hundred. @public */
export function readChangedPaths(
  paths: readonly string[] | undefined,
): ChangedPaths | undefined {
  const all = [...new Set(paths ?? [])].sort();
  if (all.length === 0) {
    return undefined;
  }
  return all.length > MOST_PATHS
    ? { paths: all.slice(0, MOST_PATHS), cut: true }
    : { paths: all };
}

/**
 * A pull request, merge request, or a commit pushed straight to the default branch.
 *
 * @public
 */
export interface Change extends RecordBase {
  kind: 'change';
  /** For example `acme/shop`. */
  repo: string;
  /** The number of the pull or merge request; a change without one is a direct push and has a `sha`. */
  number?: number;
  /** The commit of a direct push. */
  sha?: string;
  /**
   * The number of the request that the message of a pushed commit names. The commit is a part of that request if one of
   * this number is known to be merged, and a change by itself if not: a number may as well be that of an issue.
   */
  namedNumber?: number;
  title?: string;
  /** A user's entity ref, or a keyed hash of the login. */
  author?: string;
  /** The login of an author that is a bot or an app; of a person it is never kept. */
  authorApp?: string;
  /** The app by which its author acted. */
  viaApp?: string;
  /** What was said of its origin by the agent that made it, or by CI. */
  reportedOrigin?: ReportedOrigin;
  /** By whom it was made, as last inferred from what else is told of it; see `inferOrigin`. */
  origin?: Origin;
  draft?: boolean;
  openedAt?: string;
  /** The earliest authored date reachable from the head, where the commits themselves are not known. */
  firstCommitAt?: string;
  /** When it was marked ready for review. */
  readyAt?: string;
  /** Who was asked to review it: persons as {@link Change.author} is one, no bots. */
  reviewers?: string[];
  /** Who approved it, in the same way. */
  approvers?: string[];
  /**
   * The first review of each person but the author, be it a comment, an approval or a request for changes; the earliest of
   * very many. Persons as {@link Change.author} is one, no bots.
   */
  reviews?: ChangeReview[];
  /** The first review by someone else who is not a bot. */
  firstReviewAt?: string;
  /** The first review by a bot. */
  firstBotReviewAt?: string;
  approvedAt?: string;
  mergedAt?: string;
  /** The last time it was closed; it is open again if `reopenedAt` is later. */
  closedAt?: string;
  reopenedAt?: string;
  /** GitHub fills this in for unmerged pull requests too: it means something only beside `mergedAt`. */
  mergeSha?: string;
  headSha?: string;
  targetBranch?: string;
  /** The commits reachable from the head. */
  commits?: ChangeCommit[];
  pushes?: ChangePush[];
  /**
   * Since when it was seen in the merge queue; a stretch that ends where it begins says that it was out of it. The stays
   * follow from all of them, see `settleMergeQueue`.
   */
  mergeQueue?: Interval[];
  labels?: string[];
  size?: ChangeSize;
  changedPaths?: ChangedPaths;
  /** Those of its commits. */
  trailers?: Trailer[];
  /** The keys of changes, or the commits, that this one reverts. */
  revertOf?: string[];
  /** The commits of which this is a cherry-pick or backport. */
  cherryPickOf?: string[];
  /** The commit only joins two branches. */
  mergeCommit?: boolean;
}

/** Accepts a {@link Change}. @public */
export const changeSchema = z.object({
  ...recordBaseShape,
  kind: z.literal('change'),
  repo: z.string().min(1),
  number: z.int().positive().optional(),
  sha: z.string().min(1).optional(),
  namedNumber: z.int().positive().optional(),
  title: z.string().optional(),
  author: z.string().optional(),
  authorApp: z.string().optional(),
  viaApp: z.string().optional(),
  reportedOrigin: reportedOriginSchema.optional(),
  origin: originSchema.optional(),
  draft: z.boolean().optional(),
  openedAt: instantSchema.optional(),
  firstCommitAt: instantSchema.optional(),
  readyAt: instantSchema.optional(),
  reviewers: z.array(z.string()).optional(),
  approvers: z.array(z.string()).optional(),
  reviews: z.array(z.object({ by: z.string(), at: instantSchema })).optional(),
  firstReviewAt: instantSchema.optional(),
  firstBotReviewAt: instantSchema.optional(),
  approvedAt: instantSchema.optional(),
  mergedAt: instantSchema.optional(),
  closedAt: instantSchema.optional(),
  reopenedAt: instantSchema.optional(),
  mergeSha: z.string().optional(),
  headSha: z.string().optional(),
  targetBranch: z.string().optional(),
  commits: z
    .array(z.object({ sha: z.string(), authoredAt: instantSchema.optional() }))
    .optional(),
  pushes: z.array(z.object({ sha: z.string(), at: instantSchema })).optional(),
  mergeQueue: z.array(intervalSchema).optional(),
  labels: z.array(z.string()).optional(),
  size: z
    .object({
      files: z.int().nonnegative().optional(),
      linesAdded: z.int().nonnegative().optional(),
      linesDeleted: z.int().nonnegative().optional(),
    })
    .optional(),
  changedPaths: z
    .object({
      paths: z.array(z.string()).max(MOST_PATHS),
      cut: z.literal(true).optional(),
    })
    .optional(),
  trailers: z.array(trailerSchema).optional(),
  revertOf: z.array(z.string()).optional(),
  cherryPickOf: z.array(z.string()).optional(),
  mergeCommit: z.boolean().optional(),
}) satisfies z.ZodType<Change>;
