import { z } from 'zod';
import { instantSchema } from './instant';
import { RecordBase, recordBaseShape } from './recordBase';
import { WorkStatus, workStatusSchema } from './workStatus';

/**
 * One job of one attempt of a run.
 *
 * @public
 */
export interface Job extends RecordBase {
  kind: 'job';
  jobId: string;
  repo?: string;
  runId?: string;
  attempt?: number;
  name?: string;
  /** The path or name of the workflow it belongs to. */
  workflow?: string;
  headSha?: string;
  createdAt?: string;
  /** The times from which it waited for an approval. */
  waitingSince?: string[];
  /** When it first ran on a machine. */
  startedAt?: string;
  finishedAt?: string;
  status?: WorkStatus;
  runnerLabels?: string[];
}

/** Accepts a {@link Job}. @public */
export const jobSchema = z.object({
  ...recordBaseShape,
  kind: z.literal('job'),
  jobId: z.string().min(1),
  repo: z.string().optional(),
  runId: z.string().optional(),
  attempt: z.int().positive().optional(),
  name: z.string().optional(),
  workflow: z.string().optional(),
  headSha: z.string().optional(),
  createdAt: instantSchema.optional(),
  waitingSince: z.array(instantSchema).optional(),
  startedAt: instantSchema.optional(),
  finishedAt: instantSchema.optional(),
  status: workStatusSchema.optional(),
  runnerLabels: z.array(z.string()).optional(),
}) satisfies z.ZodType<Job>;
