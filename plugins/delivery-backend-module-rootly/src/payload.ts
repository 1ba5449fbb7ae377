import { payloadInstantSchema } from '@fairlead/backstage-plugin-delivery-node';
import { z } from 'zod';

const idSchema = z.string().min(1);

/** A person. Ids of users are numbers. */
const userSchema = z.object({ id: z.union([idSchema, z.number()]) });

const thingSchema = z.object({ id: idSchema });

/** What every webhook holds. */
export const eventSchema = z.object({
  event: z.object({
    id: idSchema,
    type: z.string().min(1),
    issued_at: payloadInstantSchema,
  }),
});

const reviewShape = {
  url: z.string().nullish(),
  published_at: payloadInstantSchema.nullish(),
};

/** Labels by their names; alerts and newer incidents have a list of them. */
const labelsSchema = z.union([
  z.record(z.string(), z.unknown()),
  z
    .array(z.object({ key: z.string(), value: z.unknown() }))
    .transform(labels =>
      Object.fromEntries(labels.map(({ key, value }) => [key, value])),
    ),
]);

/** An event that carries the whole incident, as it was when it was issued. */
export const incidentEventSchema = eventSchema.extend({
  data: z.object({
    id: idSchema,
    title: z.string().nullish(),
    kind: z.string().nullish(),
    status: z.string().nullish(),
    url: z.string().nullish(),
    // People label incidents as they like, and none is to be lost for it.
    labels: labelsSchema.nullish().catch(undefined),
    severity: z
      .object({ name: z.string().nullish(), slug: z.string().nullish() })
      .nullish(),
    created_at: payloadInstantSchema.nullish(),
    started_at: payloadInstantSchema.nullish(),
    detected_at: payloadInstantSchema.nullish(),
    acknowledged_at: payloadInstantSchema.nullish(),
    mitigated_at: payloadInstantSchema.nullish(),
    resolved_at: payloadInstantSchema.nullish(),
    cancelled_at: payloadInstantSchema.nullish(),
    started_by: userSchema.nullish(),
    mitigated_by: userSchema.nullish(),
    resolved_by: userSchema.nullish(),
    roles: z.array(z.object({ user: userSchema.nullish() })).nullish(),
    services: z.array(thingSchema).nullish(),
    functionalities: z.array(thingSchema).nullish(),
    action_items: z
      .array(
        z.object({
          id: idSchema,
          kind: z.string().nullish(),
          summary: z.string().nullish(),
          status: z.string().nullish(),
          due_date: payloadInstantSchema.nullish().catch(undefined),
          created_at: payloadInstantSchema.nullish(),
          updated_at: payloadInstantSchema.nullish(),
        }),
      )
      .nullish(),
    incident_post_mortem: z.object(reviewShape).nullish(),
  }),
});

/** An event about the review of an incident. */
export const reviewEventSchema = eventSchema.extend({
  data: z.object({ incident_id: idSchema, ...reviewShape }),
});

export type IncidentPayload = z.output<typeof incidentEventSchema>['data'];
