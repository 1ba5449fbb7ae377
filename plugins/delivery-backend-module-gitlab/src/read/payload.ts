import { payloadInstantSchema } from '@fairlead/backstage-plugin-delivery-node';
import { z } from 'zod';

/**
 * A time as GitLab writes it, in one of three forms; read as records hold it. Events about the same thing tell it with
 * and without milliseconds: these are cut off, so that all tell the same.
 */
export const instant = payloadInstantSchema.transform(at =>
  at.replace(/\.\d{3}Z$/, '.000Z'),
);

/** GitLab writes null for what there is not; older versions leave it out. */
export const optional = <T extends z.ZodType>(schema: T) =>
  schema.nullish().transform(value => value ?? undefined);

/** An id. */
export const count = z.int().positive();

/** The project that an event is about. */
export const project = z.object({
  id: optional(z.number()),
  web_url: optional(z.string()),
  path_with_namespace: z.string().min(1),
  default_branch: optional(z.string()),
  ci_config_path: optional(z.string()),
});

/** Who did what an event tells of. */
export const actor = optional(
  z.object({ id: optional(z.number()), username: optional(z.string()) }),
);
