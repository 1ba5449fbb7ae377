import { actionZod as z } from '@fairlead/backend-routes';

export { z };

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
