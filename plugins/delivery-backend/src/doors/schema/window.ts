import { TimeWindow } from '@fairlead/backstage-plugin-delivery-common';
import { z } from 'zod';

/** The query parameters of a window of time; `resolveWindow` reads them. */
export const WindowQuery = z.strictObject({
  from: z.string().max(40).optional().meta({
    description:
      'ISO 8601, a time or a day. Without it: 90 days before the end',
  }),
  to: z.string().max(40).optional().meta({
    description:
      'ISO 8601, a time or a day, not part of it. Without it: the end of today',
  }),
});

/** A window of time in an answer. */
export const TimeWindowSchema = z.object({
  from: z.iso.datetime(),
  to: z.iso.datetime(),
}) satisfies z.ZodType<TimeWindow>;
