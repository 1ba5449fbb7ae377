import { IntakeResponse } from '@fairlead/backstage-plugin-delivery-common';
import { z } from 'zod';

const MAX_EVENTS = 1_000;

/** Looked at no further here: the source that reads it says where it is malformed. */
const Event = z.looseObject({});

export const EventsRequest = z
  .union([Event, z.array(Event).min(1).max(MAX_EVENTS)], {
    error: `must be an event, or a list of 1 to ${MAX_EVENTS} events`,
  })
  .meta({
    id: 'EventsRequest',
    description:
      'A CDEvent, a CloudEvent that holds one as its data, or a list of either',
  });

export const IntakeResponseSchema = z
  .object({
    accepted: z.int(),
    duplicates: z
      .int()
      .meta({ description: 'Known already; not stored again' }),
    rejected: z.array(z.object({ index: z.int(), reason: z.string() })),
  })
  .meta({ id: 'IntakeResponse' }) satisfies z.ZodType<IntakeResponse>;
