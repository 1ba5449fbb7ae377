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
  /** Of several tries within the run, how the last of them ended. */
  outcome?: Outcome;
  /** Its runner tried it more than once within the run, and it both failed and succeeded. */
  flaky?: boolean;
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
  flaky: z.boolean().optional(),
  durationMs: z.number().nonnegative().optional(),
}) satisfies z.ZodType<TestResult>;
