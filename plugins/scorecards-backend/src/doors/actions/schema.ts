import { AnyZodObject, z } from 'zod/v3';

/** The schemas of actions: the registry takes those of this generation of zod. */
export { z };

/** The schema of what an action takes, or of what it answers. */
export type ActionSchema = AnyZodObject;

/** What such a schema lets through. */
export type ActionValues<T extends ActionSchema> = z.infer<T>;

/** An entity, as somebody writes it. */
export const EntityRefInput = z
  .string()
  .describe("An entity ref, such as 'component:default/checkout'");

/** A scorecard, as somebody writes it. */
export const ScorecardRefInput = z
  .string()
  .describe("A scorecard, such as 'production-readiness'");

/** A check of it. */
export const CheckIdInput = z
  .string()
  .describe("The id of a check, such as 'fast-ci'");

/** Which page of a list. */
export const PagingInput = z.object({
  limit: z.number().int().min(1).max(500).default(50),
  cursor: z
    .string()
    .optional()
    .describe("The 'nextCursor' of the page before this one"),
});

/** What each list says of its pages. */
export const PagingOutput = z.object({
  nextCursor: z.string().optional().describe('Absent on the last page'),
  totalItems: z.number(),
});
