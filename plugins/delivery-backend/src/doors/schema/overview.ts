import {
  LinkVerdictRequest,
  MeasureSpread,
  OverviewResponse,
  TeamOverview,
  WaitingResponse,
} from '@fairlead/backstage-plugin-delivery-common';
import { z } from 'zod';
import {
  FewestSchema,
  FewSchema,
  MeasureIdSchema,
  MeasureViewSchema,
  OwnershipViewSchema,
  SentenceSchema,
  StuckItemSchema,
  WaitCountsSchema,
  WaitKindSchema,
  WaitViewSchema,
} from './measures';
import { TimeWindowSchema } from './window';

const SpreadSchema = z.object({
  id: MeasureIdSchema,
  state: z.enum(['ok', 'insufficient-data']),
  unit: z.enum(['ms', 'ratio', 'perWeek']),
  n: z.int(),
  value: z.number().optional(),
  count: z.int().optional(),
  few: FewSchema,
  p25: z.number().optional(),
  p50: z.number().optional(),
  p75: z.number().optional(),
  p90: z.number().optional(),
}) satisfies z.ZodType<MeasureSpread>;

const TeamSchema = z
  .object({
    entityRef: z.string(),
    title: z.string().optional(),
    entities: z.int(),
    teams: z.int().optional().meta({
      description: 'How many of the other teams its numbers hold as well',
    }),
    measures: z.array(SpreadSchema),
    wait: z
      .object({
        kind: WaitKindSchema,
        share: z.number(),
        n: z.int(),
        few: FewSchema,
      })
      .optional(),
  })
  .meta({ id: 'TeamOverview' }) satisfies z.ZodType<TeamOverview>;

export const OverviewSchema = z
  .object({
    window: TimeWindowSchema,
    view: OwnershipViewSchema,
    computedAt: z.iso.datetime(),
    entities: z.int(),
    fewest: FewestSchema,
    measures: z.array(MeasureViewSchema),
    waits: z.array(WaitViewSchema),
    waitCounts: WaitCountsSchema,
    sentence: SentenceSchema,
    lostPerWeek: z.number().optional(),
    teams: z.array(TeamSchema).meta({ description: 'By title; never ranked' }),
  })
  .meta({ id: 'Overview' }) satisfies z.ZodType<OverviewResponse>;

export const WaitingParams = z.strictObject({
  limit: z.coerce.number().int().min(1).max(500).default(100),
});

export const WaitingSchema = z.object({
  items: z.array(
    StuckItemSchema.extend({
      kind: WaitKindSchema,
      entityRef: z.string(),
      isMine: z.boolean(),
    }),
  ),
  totalItems: z.int(),
  lastRecordAt: z.iso.datetime().optional(),
}) satisfies z.ZodType<WaitingResponse>;

const RecordKey = z.string().min(1).max(1000);

export const LinkVerdictBody = z.strictObject({
  deployment: RecordKey.meta({ description: 'The key of the deployment' }),
  incident: RecordKey.meta({ description: 'The key of the incident' }),
  verdict: z.enum(['confirmed', 'rejected']),
}) satisfies z.ZodType<LinkVerdictRequest>;
