import { z } from 'zod';
import { instantSchema } from './instant';
import { Outcome, outcomeSchema } from './outcome';
import { RecordBase, recordBaseShape } from './recordBase';
import { WorkStatus, workStatusSchema } from './workStatus';

/** One end of an attempt of a run. @public */
export interface RunEnding {
  outcome: Outcome;
  at: string;
}

/**
 * One attempt of a pipeline or workflow run. A rerun is a record of its own, with a higher attempt.
 *
 * @public
 */
export interface Run extends RecordBase {
  kind: 'run';
  repo: string;
  runId: string;
  /** Counts from 1. */
  attempt: number;
  /** The person whose push or request started it: a user's entity ref, or a keyed hash of the login. No bots. */
  startedBy?: string;
  /** The path or name of the workflow. */
  workflow?: string;
  /** What set it off, in the source's word, for example `pull_request`. */
  event?: string;
  headSha?: string;
  branch?: string;
  onDefaultBranch?: boolean;
  /** It runs on a tag. */
  onTag?: boolean;
  /** The run that set this one off as a part of its own; this one is no run of the same workflow. */
  parentRunId?: string;
  /** When the run was asked for; the same for all its attempts. */
  createdAt?: string;
  /** When this attempt started. */
  startedAt?: string;
  /** When it ended, for a source that gives every attempt an end of its own. */
  finishedAt?: string;
  /**
   * All its ends, for a source that goes on with the same run when jobs are tried again. What is told of a run that has
   * these is told by them, and not by `finishedAt` and the outcome of `status`.
   */
  endings?: RunEnding[];
  status?: WorkStatus;
}

/** Accepts a {@link Run}. @public */
export const runSchema = z.object({
  ...recordBaseShape,
  kind: z.literal('run'),
  repo: z.string().min(1),
  runId: z.string().min(1),
  attempt: z.int().positive(),
  startedBy: z.string().optional(),
  workflow: z.string().optional(),
  event: z.string().optional(),
  headSha: z.string().optional(),
  branch: z.string().optional(),
  onDefaultBranch: z.boolean().optional(),
  onTag: z.boolean().optional(),
  parentRunId: z.string().optional(),
  createdAt: instantSchema.optional(),
  startedAt: instantSchema.optional(),
  finishedAt: instantSchema.optional(),
  endings: z
    .array(z.object({ outcome: outcomeSchema, at: instantSchema }))
    .optional(),
  status: workStatusSchema.optional(),
}) satisfies z.ZodType<Run>;
