import {
  deliveryRecordSchema,
  RECORD_KINDS,
  RecordKind,
} from '@fairlead/backstage-plugin-delivery-common';
import { z } from 'zod';

const isKind = (text: string): text is RecordKind =>
  RECORD_KINDS.includes(text as RecordKind);

export const FeedQuery = z.strictObject({
  after: z
    .string()
    .max(4096)
    .optional()
    .meta({ description: 'The cursor of the page before' }),
  kinds: z
    .string()
    .max(200)
    .transform((text, { addIssue }) => {
      const kinds = text.split(',').map(kind => kind.trim());
      if (!kinds.every(isKind)) {
        addIssue(`must be some of ${RECORD_KINDS.join(', ')}`);
        return z.NEVER;
      }
      return kinds;
    })
    .optional()
    .meta({ description: 'Kinds of records, separated by commas' }),
  limit: z.coerce.number().int().min(1).max(500).default(100).meta({
    description: 'How many records to answer at most',
  }),
});

export const FeedPageSchema = z
  .object({
    items: z.array(deliveryRecordSchema),
    cursor: z.string().meta({ description: 'Where the next page starts' }),
    hasMore: z.boolean().meta({ description: 'There is more already' }),
  })
  .meta({ id: 'FeedPage' });
