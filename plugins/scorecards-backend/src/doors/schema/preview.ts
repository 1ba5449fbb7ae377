import { PreviewResponse } from '@fairlead/backstage-plugin-scorecards-common';
import { z } from 'zod';
import { EntityRef, Paging } from '@fairlead/backend-routes';
import { CheckStatusSchema, LevelCountsSchema } from './results';
import { DefinitionProblemSchema } from './scorecards';

export const PreviewRequestBody = z
  .strictObject({
    scorecard: z
      .union([z.string(), z.looseObject({})])
      .meta({ description: 'YAML text, or the entity itself' }),
    entityRefs: z.array(EntityRef).max(1000).optional().meta({
      description: 'Only these entities; all that may be read when left out',
    }),
    ...Paging.shape,
  })
  .meta({ id: 'PreviewRequest' });

const StandingSchema = z.object({
  level: z.string().nullable(),
  score: z.number().nullable(),
});

export const PreviewSchema = z
  .object({
    problems: z.array(DefinitionProblemSchema),
    totals: z.object({
      before: LevelCountsSchema.nullable(),
      after: LevelCountsSchema,
    }),
    entities: z.array(
      z.object({
        entityRef: z.string(),
        before: StandingSchema.nullable(),
        after: StandingSchema.extend({
          checks: z.array(
            z.object({
              id: z.string(),
              status: CheckStatusSchema,
              reason: z.string(),
            }),
          ),
        }),
      }),
    ),
    nextCursor: z.string().optional(),
  })
  .meta({ id: 'Preview' }) satisfies z.ZodType<PreviewResponse>;
