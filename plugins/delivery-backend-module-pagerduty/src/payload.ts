import { payloadInstantSchema } from '@fairlead/backstage-plugin-delivery-node';
import { z } from 'zod';

const referenceSchema = z.object({
  id: z.string().min(1),
  type: z.string().nullish(),
});

/** What every event holds. */
export const eventSchema = z.object({
  event: z.object({
    id: z.string().min(1),
    event_type: z.string().min(1),
    occurred_at: payloadInstantSchema,
    agent: referenceSchema.nullish(),
  }),
});

/** An event that carries the whole incident. */
export const incidentEventSchema = z.object({
  event: eventSchema.shape.event.extend({
    data: z.object({
      id: z.string().min(1),
      created_at: payloadInstantSchema.nullish(),
      title: z.string().nullish(),
      html_url: z.string().nullish(),
      urgency: z.string().nullish(),
      priority: z.object({ summary: z.string().nullish() }).nullish(),
      service: z.object({ id: z.string().min(1) }).nullish(),
      assignees: z.array(referenceSchema).nullish(),
    }),
  }),
});

/** The answer of a person who was asked to help with an incident. */
export const responderEventSchema = z.object({
  event: eventSchema.shape.event.extend({
    data: z.object({
      incident: z.object({ id: z.string().min(1) }),
      user: referenceSchema.nullish(),
      state: z.string().nullish(),
    }),
  }),
});

/** The values of the fields that an organisation gave its incidents. */
export const fieldsEventSchema = z.object({
  event: eventSchema.shape.event.extend({
    data: z.object({
      incident: z.object({ id: z.string().min(1) }),
      custom_fields: z
        .array(z.object({ name: z.string(), value: z.unknown() }))
        .nullish(),
    }),
  }),
});

/** A person, a team or an escalation policy. */
export type Reference = z.output<typeof referenceSchema>;
