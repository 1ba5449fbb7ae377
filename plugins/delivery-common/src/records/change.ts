import { z } from 'zod';
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
  authorIsBot?: boolean;
  draft?: boolean;
  openedAt?: string;
  /** The earliest authored date reachable from the head, where the commits themselves are not known. */
  firstCommitAt?: string;
  /** When it was marked ready for review. */
  readyAt?: string;
  /** The first review by someone else who is not a bot. */
  firstReviewAt?: string;
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
  authorIsBot: z.boolean().optional(),
  draft: z.boolean().optional(),
  openedAt: instantSchema.optional(),
  firstCommitAt: instantSchema.optional(),
  readyAt: instantSchema.optional(),
  firstReviewAt: instantSchema.optional(),
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
  revertOf: z.array(z.string()).optional(),
  cherryPickOf: z.array(z.string()).optional(),
  mergeCommit: z.boolean().optional(),
}) satisfies z.ZodType<Change>;
