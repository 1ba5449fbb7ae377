import { InputError } from '@backstage/errors';
import {
  lastDays,
  TimeWindow,
} from '@fairlead/backstage-plugin-delivery-common';
import { z } from 'zod';

const DAY = 24 * 3_600_000;
const DEFAULT_DAYS = 90;
const MAX_DAYS = 800;

const Instant = z.iso.datetime({ offset: true });

/** The query parameters of a window of time. */
export const TimeWindowQuery = z.strictObject({
  from: Instant.optional().meta({
    description: 'ISO 8601. Without it: 90 days before the end',
  }),
  to: Instant.optional().meta({
    description: 'ISO 8601, not part of it. Without it: the end of today',
  }),
});

/** A window of time in an answer. */
export const TimeWindowSchema = z.object({
  from: z.iso.datetime(),
  to: z.iso.datetime(),
}) satisfies z.ZodType<TimeWindow>;

/**
 * The window that a query asks for, in UTC with milliseconds. Throws an InputError for one that ends before it starts, or
 * is longer than records are kept.
 *
 * @param options - `now` in milliseconds since the epoch
 */
export function readTimeWindow(
  query: { from?: string; to?: string },
  options: { now: number; zone: string },
): TimeWindow {
  const now = new Date(options.now).toISOString();
  const { zone } = options;
  const to = query.to ? Date.parse(query.to) : undefined;
  const today = lastDays({ days: DEFAULT_DAYS, now, zone });
  const end = to ?? Date.parse(today.to);
  const start = query.from ? Date.parse(query.from) : undefined;
  const from =
    start ??
    (to === undefined ? Date.parse(today.from) : to - DEFAULT_DAYS * DAY);
  if (from >= end) {
    throw new InputError(`Query 'from': must be earlier than 'to'`);
  }
  if (end - from > MAX_DAYS * DAY) {
    throw new InputError(`Query 'from': at most ${MAX_DAYS} days before 'to'`);
  }
  return {
    from: new Date(from).toISOString(),
    to: new Date(end).toISOString(),
  };
}
