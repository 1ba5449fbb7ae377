import { payloadInstantSchema } from '@fairlead/backstage-plugin-delivery-node';
import { z } from 'zod';

const idSchema = z.string().min(1);

/** What every webhook holds. Its content stands under a key that is its type. */
export const webhookSchema = z.object({ event_type: z.string().min(1) });

const statusSchema = z.object({ category: z.string() });

/** An incident as it is at `updated_at`. */
export const incidentSchema = z.object({
  id: idSchema,
  updated_at: payloadInstantSchema,
  created_at: payloadInstantSchema.nullish(),
  name: z.string().nullish(),
  permalink: z.string().nullish(),
  mode: z.string().nullish(),
  severity: z.object({ name: z.string() }).nullish(),
  incident_status: statusSchema.nullish(),
  postmortem_document_url: z.string().nullish(),
  creator: z
    .object({
      user: z.unknown(),
      alert: z.looseObject({ title: z.string().nullish() }).nullish(),
    })
    .partial()
    .nullish(),
  incident_timestamp_values: z
    .array(
      z.object({
        incident_timestamp: z.object({ name: z.string() }),
        value: z.object({ value: payloadInstantSchema.nullish() }).nullish(),
      }),
    )
    .nullish(),
  incident_role_assignments: z
    .array(z.object({ assignee: z.object({ id: idSchema }).nullish() }))
    .nullish(),
  custom_field_entries: z
    .array(
      z.object({
        custom_field: z.object({ name: z.string().nullish() }).nullish(),
        values: z
          .array(
            z.object({
              value_link: z.string().nullish(),
              value_text: z.string().nullish(),
              value_catalog_entry: z
                .object({ id: idSchema, external_id: z.string().nullish() })
                .nullish(),
            }),
          )
          .nullish(),
      }),
    )
    .nullish(),
});

/** An incident that came into another status. */
export const statusUpdateSchema = z.object({
  incident: incidentSchema,
  new_status: statusSchema.nullish(),
  previous_status: statusSchema.nullish(),
});

/** A review that came into another status. */
export const reviewSchema = z.object({
  new_status: z.string().nullish(),
  postmortem_document: z.object({
    incident_id: idSchema,
    document_url: z.string().nullish(),
    updated_at: payloadInstantSchema,
  }),
});

/** Something that was agreed to be done after an incident. */
export const followUpSchema = z.object({
  id: idSchema,
  incident_id: idSchema,
  title: z.string().nullish(),
  status: z.string().nullish(),
  created_at: payloadInstantSchema.nullish(),
  completed_at: payloadInstantSchema.nullish(),
  updated_at: payloadInstantSchema,
  external_issue_reference: z
    .object({ issue_permalink: z.string().nullish() })
    .nullish(),
});

export type IncidentPayload = z.output<typeof incidentSchema>;
export type StatusUpdate = z.output<typeof statusUpdateSchema>;
export type Review = z.output<typeof reviewSchema>;
export type FollowUpPayload = z.output<typeof followUpSchema>;
