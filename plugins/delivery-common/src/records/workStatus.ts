import { z } from 'zod';
import { instantSchema } from './instant';
import { Outcome, outcomeSchema } from './outcome';

/**
 * Where a piece of work stands. `completed` is the terminal state.
 *
 * @public
 */
export type WorkState =
  | 'unknown'
  | 'queued'
  | 'waiting'
  | 'in_progress'
  | 'completed';

/** All states, each outranked by those after it. @public */
export const WORK_STATES: readonly WorkState[] = [
  'unknown',
  'queued',
  'waiting',
  'in_progress',
  'completed',
];

/**
 * The state of a piece of work at one time.
 *
 * @public
 */
export interface WorkStatus {
  state: WorkState;
  /** Present when `state` is `completed`. */
  outcome?: Outcome;
  /** When the source says that this was so. */
  at: string;
}

/** Accepts a {@link WorkStatus}. @public */
export const workStatusSchema: z.ZodType<WorkStatus> = z.object({
  state: z.enum(WORK_STATES as [WorkState, ...WorkState[]]),
  outcome: outcomeSchema.optional(),
  at: instantSchema,
});

/** The outcome of completed work; undefined while it is not completed. @public */
export function outcomeOf(work: { status?: WorkStatus }): Outcome | undefined {
  return work.status?.state === 'completed'
    ? work.status.outcome ?? 'unknown'
    : undefined;
}
