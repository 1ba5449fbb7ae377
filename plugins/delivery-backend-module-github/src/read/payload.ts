import { payloadInstantSchema } from '@fairlead/backstage-plugin-delivery-node';
import { z } from 'zod';

/** A time as GitHub writes it; read as records hold it. */
export const instant = payloadInstantSchema;

/** GitHub writes null for what there is not; some events leave it out. */
export const optional = <T extends z.ZodType>(schema: T) =>
  schema.nullish().transform(value => value ?? undefined);

/** An id, or the number of an attempt. */
export const count = z.int().positive();

/** A person or an app; null once the account is gone. */
export const actor = optional(
  z.object({ login: z.string().min(1), type: optional(z.string()) }),
);

/** The repository that an event is about. */
export const repository = z.object({
  id: optional(z.number()),
  full_name: z.string().min(1),
  html_url: optional(z.string()),
  default_branch: optional(z.string()),
});

/** A workflow run, as far as events about other things tell of it. */
export const runOfEvent = optional(
  z.object({
    id: count,
    event: optional(z.string()),
    head_sha: optional(z.string()),
    html_url: optional(z.string()),
    updated_at: optional(instant),
  }),
);
