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
  /** Names and values as they were told. */
  labels?: Record<string, string>;
  /** Those to whom its source sent it: several where several routes match. */
  receivers?: string[];
  /** What it says of itself. */
  summary?: string;
  /** As it was told, which may be a template or half a URL: whether it leads anywhere is for others to find out. */
  runbookUrl?: string;
  /** Where its numbers are drawn. */
  dashboardUrls?: string[];
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
  labels: z.record(z.string(), z.string()).optional(),
  receivers: z.array(z.string()).optional(),
  summary: z.string().optional(),
  runbookUrl: z.string().optional(),
  dashboardUrls: z.array(z.string()).optional(),
}) satisfies z.ZodType<Alert>;
