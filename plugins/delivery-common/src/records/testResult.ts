import { z } from 'zod';
import { Outcome, outcomeSchema } from './outcome';
import { RecordBase, recordBaseShape } from './recordBase';

/**
 * The result of one test case in one attempt of a run.
 *
 * @public
 */
export interface TestResult extends RecordBase {
  kind: 'test';
  /** The key of the run, with its attempt. */
  run: string;
  suite: string;
  case: string;
  repo?: string;
  headSha?: string;
  outcome?: Outcome;
  /** In milliseconds. */
  durationMs?: number;
}

/** Accepts a {@link TestResult}. @public */
export const testResultSchema = z.object({
  ...recordBaseShape,
  kind: z.literal('test'),
  run: z.string().min(1),
  suite: z.string(),
  case: z.string().min(1),
  repo: z.string().optional(),
  headSha: z.string().optional(),
  outcome: outcomeSchema.optional(),
  durationMs: z.number().nonnegative().optional(),
}) satisfies z.ZodType<TestResult>;
