import { z } from 'zod';
import { instantSchema } from './instant';
import { RecordBase, recordBaseShape } from './recordBase';

/**
 * One firing of one alert.
 *
 * @public
 */
export interface Alert extends RecordBase {
  kind: 'alert';
  fingerprint: string;
  startsAt: string;
  /** It was told while it fired. One of which only the end was told ends what fires under the same fingerprint. */
  seenFiring?: boolean;
  name?: string;
  severity?: string;
  /** Absent while it fires. */
  endsAt?: string;
  runbookUrl?: string;
}

/** Accepts an {@link Alert}. @public */
export const alertSchema = z.object({
  ...recordBaseShape,
  kind: z.literal('alert'),
  fingerprint: z.string().min(1),
  startsAt: instantSchema,
  seenFiring: z.boolean().optional(),
  name: z.string().optional(),
  severity: z.string().optional(),
  endsAt: instantSchema.optional(),
  runbookUrl: z.string().optional(),
}) satisfies z.ZodType<Alert>;
