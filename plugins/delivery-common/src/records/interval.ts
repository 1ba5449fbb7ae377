import { z } from 'zod';
import { instantSchema } from './instant';

/**
 * A stretch of time, from `from` up to but not including `to`. Without `to` it is not over.
 *
 * @public
 */
export interface Interval {
  from: string;
  to?: string;
}

/** Accepts an {@link Interval}. @public */
export const intervalSchema: z.ZodType<Interval> = z.object({
  from: instantSchema,
  to: instantSchema.optional(),
});
