import {
  DailyTotals,
  DefinitionProblem,
  HistoryResponse,
  OwnerScorecardsResponse,
  RollupResponse,
  ScorecardSummary,
} from '@fairlead/backstage-plugin-scorecards-common';
import { z } from 'zod';
import {
  DomainRef,
  OwnerRef,
  pageOf,
  Paging,
  SystemRef,
} from '@fairlead/backend-routes';
import {
  CheckStatusSchema,
  LevelCountsSchema,
  ScorecardEntityRowSchema,
  ScorePartsSchema,
  StatusCountsSchema,
  TotalsSchema,
} from './results';

export const DefinitionProblemSchema = z
  .object({
    path: z.string().meta({ description: 'Where in the YAML' }),
    message: z.string(),
  })
  .meta({ id: 'DefinitionProblem' }) satisfies z.ZodType<DefinitionProblem>;

const ScorecardSummarySchema = z
  .object({
    scorecardRef: z.string(),
    title: z.string(),
    description: z.string().optional(),
    owner: z.string(),
    levels: z.array(z.string()),
    checks: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        level: z.string(),
        weight: z.number(),
        from: z.string().optional(),
      }),
    ),
    totals: TotalsSchema,
    problems: z.array(DefinitionProblemSchema),
    version: z.int(),
    versionSince: z.iso.datetime(),
  })
  .meta({ id: 'ScorecardSummary' }) satisfies z.ZodType<ScorecardSummary>;

export const ScorecardsSchema = pageOf(ScorecardSummarySchema);

export const ScorecardDetailsSchema = ScorecardSummarySchema.extend({
  definition: z.looseObject({}).meta({ description: 'The catalog entity' }),
}).meta({ id: 'ScorecardDetails' });

const NONE = z.literal('none');

export const ScorecardEntitiesParams = Paging.extend({
  format: z.enum(['json', 'csv']).default('json').meta({
    description: 'csv answers all rows at once and takes no limit or cursor',
  }),
  level: z.string().max(200).optional().meta({
    description: "A level of the scorecard, or 'none'",
  }),
  status: CheckStatusSchema.optional().meta({
    description:
      'With check: entities for which that check has this status; else for which any check has it',
  }),
  check: z.string().max(200).optional().meta({
    description: 'Without status: entities for which the check is not met',
  }),
  owner: NONE.or(z.literal('person')).or(OwnerRef).optional().meta({
    description:
      "The ref of a team; 'person' for what single persons own, or 'none'",
  }),
  includeDescendants: z
    .enum(['true', 'false'])
    .transform(text => text === 'true')
    .optional()
    .meta({ description: 'Takes the teams below owner in too' }),
  system: NONE.or(SystemRef).optional().meta({
    description: "The ref of a system, or 'none'",
  }),
  domain: NONE.or(DomainRef).optional().meta({
    description: "The ref of a domain, or 'none'",
  }),
  text: z.string().max(200).optional().meta({
    description: "Part of the entity's ref or title",
  }),
  sort: z
    .string()
    .max(300)
    .regex(/^-?(level|name|owner|score|check:.+)$/)
    .optional()
    .meta({
      description:
        "'level', 'name', 'owner', 'score' or 'check:<id>', the worst first; led by '-' the other way round. By level when left out",
    }),
});

export const RollupParams = z.strictObject({
  by: z.enum(['owner', 'system', 'domain', 'check']),
});

export const RollupSchema = z
  .object({
    scorecardRef: z.string(),
    by: RollupParams.shape.by,
    items: z.array(
      TotalsSchema.extend({
        key: z.string().nullable().meta({
          description:
            "An entity ref, or a check id; 'person' collects what single persons own, and null what has none",
        }),
        title: z.string().optional(),
      }),
    ),
  })
  .meta({ id: 'Rollup' }) satisfies z.ZodType<RollupResponse>;

const Day = z.iso.date();

export const HistoryParams = z.strictObject({
  from: Day.optional().meta({
    description:
      'YYYY-MM-DD in the configured time zone; 90 days before `to` when left out',
  }),
  to: Day.optional().meta({
    description:
      'YYYY-MM-DD in the configured time zone, included; today when left out',
  }),
});

const DailyTotalsSchema = z
  .object({
    day: Day,
    entities: z.int(),
    levels: LevelCountsSchema,
    statuses: StatusCountsSchema,
    scoreParts: ScorePartsSchema,
  })
  .meta({ id: 'DailyTotals' }) satisfies z.ZodType<DailyTotals>;

export const HistorySchema = z
  .object({
    scorecardRef: z.string(),
    from: Day,
    to: Day,
    items: z.array(DailyTotalsSchema),
    marks: z.array(
      z.object({
        at: z.iso.datetime(),
        version: z.int(),
        changes: z.array(z.string()),
      }),
    ),
  })
  .meta({ id: 'History' }) satisfies z.ZodType<HistoryResponse>;

export const OwnerScorecardsSchema = z
  .object({
    ownerRef: z.string(),
    groupRefs: z.array(z.string()),
    scorecards: z.array(
      z.object({
        scorecardRef: z.string(),
        title: z.string(),
        levels: z.array(z.string()),
        totals: TotalsSchema,
        scoreParts: ScorePartsSchema,
        worst: z.array(ScorecardEntityRowSchema),
        trend: z.array(
          z.object({
            day: Day,
            scoreParts: ScorePartsSchema,
            entities: z.int(),
          }),
        ),
      }),
    ),
  })
  .meta({ id: 'OwnerScorecards' }) satisfies z.ZodType<OwnerScorecardsResponse>;
