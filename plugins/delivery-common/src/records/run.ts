import { z } from 'zod';
import { instantSchema } from './instant';
import { RecordBase, recordBaseShape } from './recordBase';
import { WorkStatus, workStatusSchema } from './workStatus';

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
  /** The path or name of the workflow. */
  workflow?: string;
  /** What set it off, in the source's word, for example `pull_request`. */
  event?: string;
  headSha?: string;
  branch?: string;
  onDefaultBranch?: boolean;
  /** When the run was asked for; the same for all its attempts. */
  createdAt?: string;
  /** When this attempt started. */
  startedAt?: string;
  finishedAt?: string;
  status?: WorkStatus;
}

/** Accepts a {@link Run}. @public */
export const runSchema = z.object({
  ...recordBaseShape,
  kind: z.literal('run'),
  repo: z.string().min(1),
  runId: z.string().min(1),
  attempt: z.int().positive(),
  workflow: z.string().optional(),
  event: z.string().optional(),
  headSha: z.string().optional(),
  branch: z.string().optional(),
  onDefaultBranch: z.boolean().optional(),
  createdAt: instantSchema.optional(),
  startedAt: instantSchema.optional(),
  finishedAt: instantSchema.optional(),
  status: workStatusSchema.optional(),
}) satisfies z.ZodType<Run>;
