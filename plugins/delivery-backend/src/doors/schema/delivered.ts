import {
  DeliveredChangesPage,
  originSchema,
} from '@fairlead/backstage-plugin-delivery-common';
import { z } from 'zod';

export const DeliveredChangesParams = z.strictObject({
  after: z
    .string()
    .max(4096)
    .optional()
    .meta({ description: 'The cursor of the page before' }),
  limit: z.coerce.number().int().min(1).max(500).default(100).meta({
    description: 'How many changes to answer at most',
  }),
});

export const DeliveredChangesSchema = z
  .object({
    items: z.array(
      z.object({
        change: z.string().meta({ description: 'The key of the change' }),
        formerKeys: z.array(z.string()).optional().meta({
          description:
            'Its keys before its repository was renamed: what is held under them is this one',
        }),
        author: z.string().optional(),
        repo: z.string(),
        entityRef: z.string().meta({ description: 'What was deployed' }),
        deployment: z
          .string()
          .meta({ description: 'The key of the deployment' }),
        deployedAt: z.iso.datetime(),
        title: z.string().optional(),
        url: z.string().optional(),
        origin: originSchema.optional(),
        revoked: z.literal(true).optional().meta({
          description: 'It was told and does not hold any more',
        }),
      }),
    ),
    cursor: z.string().meta({ description: 'Where the next page starts' }),
    hasMore: z.boolean().meta({ description: 'There is more already' }),
  })
  .meta({
    id: 'DeliveredChangesPage',
  }) satisfies z.ZodType<DeliveredChangesPage>;
