import { z } from 'zod';

/** The query parameters of a list. @public */
export const Paging = z.strictObject({
  limit: z.coerce.number().int().min(1).max(500).default(100).meta({
    description: 'How many items to answer at most',
  }),
  cursor: z.string().max(4096).optional().meta({
    description: 'The nextCursor of the page before',
  }),
});

/** A page of items. @public */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({
    items: z.array(item),
    nextCursor: z
      .string()
      .optional()
      .meta({ description: 'Opaque; absent on the last page' }),
    totalItems: z.int(),
  });
}
