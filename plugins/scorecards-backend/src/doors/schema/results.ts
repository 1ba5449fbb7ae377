import {
  CHECK_STATUSES,
  CheckStatus,
  EntityLevelsResponse,
  EntityScorecardsResponse,
  Evidence,
  NextLevel,
  ScoreParts,
  ScorecardEntitiesPage,
  ScorecardEntityRow,
  ScorecardResult,
  StatusCounts,
  Transition,
} from '@fairlead/backstage-plugin-scorecards-common';
import { z } from 'zod';
import { pageOf } from '@fairlead/backend-routes';
import { AskedQuestionSchema, AttestationSchema } from './attestations';
import { WaiverSchema } from './waivers';

export const CheckStatusSchema = z
  .enum(CHECK_STATUSES as [CheckStatus, ...CheckStatus[]])
  .meta({ id: 'CheckStatus' });

export const ScorePartsSchema = z
  .object({
    pass: z.number().meta({ description: 'Weight of the checks that pass' }),
    total: z.number().meta({
      description: 'Weight of all applicable, unwaived checks that count today',
    }),
  })
  .meta({ id: 'ScoreParts' }) satisfies z.ZodType<ScoreParts>;

export const LevelCountsSchema = z.record(z.string(), z.int()).meta({
  id: 'LevelCounts',
  description: "Entities at each level; 'none' counts those below the first",
});

export const StatusCountsSchema = z
  .record(CheckStatusSchema, z.int())
  .meta({ id: 'StatusCounts' }) satisfies z.ZodType<StatusCounts>;

export const TotalsSchema = z.object({
  entities: z.int(),
  levels: LevelCountsSchema,
  statuses: StatusCountsSchema,
});

const LevelSchema = z
  .string()
  .nullable()
  .meta({ description: 'Null when no level is reached' });

const ScoreSchema = z
  .number()
  .min(0)
  .max(1)
  .nullable()
  .meta({ description: 'Null when nothing is counted' });

const EvidenceSchema = z
  .object({
    path: z.string(),
    value: z.json(),
    unit: z.string().optional(),
    observedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Evidence' }) satisfies z.ZodType<Evidence>;

const NextLevelSchema = z
  .object({ level: z.string(), checks: z.array(z.string()) })
  .meta({ id: 'NextLevel' }) satisfies z.ZodType<NextLevel>;

export const CheckResultSchema = z
  .object({
    id: z.string(),
    title: z.string(),
    description: z.string().optional(),
    level: z.string(),
    weight: z.number(),
    status: CheckStatusSchema,
    since: z.iso.datetime(),
    reason: z.string(),
    evidence: z.array(EvidenceSchema),
    why: z.string().optional(),
    fix: z
      .object({
        text: z.string().optional(),
        url: z.string().optional(),
        prompt: z.string().optional(),
        verify: z.string().optional(),
      })
      .optional(),
    countsFrom: z
      .string()
      .optional()
      .meta({ description: 'Set while the check is only announced' }),
    waiver: WaiverSchema.optional(),
    due: z
      .object({
        date: z.iso.datetime(),
        campaign: z.object({ id: z.string(), title: z.string() }),
      })
      .optional()
      .meta({
        description: 'By when a campaign wants it to pass, while it does not',
      }),
    question: AskedQuestionSchema.optional().meta({
      description: 'What a team is asked, where the check is a question',
    }),
    answers: z.array(AttestationSchema).optional().meta({
      description: 'The newest answer of each team, newest first',
    }),
  })
  .meta({ id: 'CheckResult' });

const ScorecardResultSchema = z
  .object({
    scorecardRef: z.string(),
    title: z.string(),
    level: LevelSchema,
    levels: z.array(z.string()),
    score: ScoreSchema,
    scoreParts: ScorePartsSchema,
    next: NextLevelSchema.nullable(),
    checks: z.array(CheckResultSchema),
    waivedMeaning: z
      .enum(['left-out', 'accepted-risk', 'counts'])
      .optional()
      .meta({
        description: "What its waived checks mean; absent for 'left-out'",
      }),
    changedAt: z.iso.datetime(),
  })
  .meta({ id: 'ScorecardResult' }) satisfies z.ZodType<ScorecardResult>;

export const EntityScorecardsSchema = z
  .object({
    entityRef: z.string(),
    evaluatedAt: z.iso
      .datetime()
      .nullable()
      .meta({ description: 'Null when it has not been evaluated yet' }),
    scorecards: z.array(ScorecardResultSchema),
    awaits: z.enum(['scorecards', 'evaluation']).optional().meta({
      description:
        'While there are no results and there may be some soon: no scorecard is in force yet, or one that is new or changed has not judged all entities yet',
    }),
  })
  .meta({
    id: 'EntityScorecards',
  }) satisfies z.ZodType<EntityScorecardsResponse>;

export const EntityLevelsSchema = z
  .object({
    items: z.array(
      z.object({
        entityRef: z.string(),
        scorecards: z.array(
          z.object({
            scorecardRef: z.string(),
            title: z.string(),
            level: LevelSchema,
            levels: z.array(z.string()),
            score: ScoreSchema,
          }),
        ),
      }),
    ),
  })
  .meta({ id: 'EntityLevels' }) satisfies z.ZodType<EntityLevelsResponse>;

const TransitionSchema = z
  .object({
    scorecardRef: z.string(),
    entityRef: z.string(),
    checkId: z
      .string()
      .nullable()
      .meta({ description: 'Null for a change of the level' }),
    from: z.string().nullable(),
    to: z.string().nullable(),
    at: z.iso.datetime(),
    cause: z.enum([
      'facts',
      'entity',
      'definition',
      'waiver',
      'answer',
      'clock',
    ]),
    reason: z.string(),
  })
  .meta({ id: 'Transition' }) satisfies z.ZodType<Transition>;

export const TransitionsSchema = pageOf(TransitionSchema);

export const ScorecardEntityRowSchema = z
  .object({
    entityRef: z.string(),
    title: z.string().optional(),
    owner: z.string().nullable(),
    system: z.string().nullable(),
    level: LevelSchema,
    score: ScoreSchema,
    scoreParts: ScorePartsSchema,
    failing: z
      .array(z.string())
      .meta({ description: "The ids of the checks with status 'fail'" }),
    statuses: z
      .array(CheckStatusSchema)
      .meta({ description: 'In the order of checkIds of the page' }),
  })
  .meta({ id: 'ScorecardEntityRow' }) satisfies z.ZodType<ScorecardEntityRow>;

export const ScorecardEntitiesSchema = pageOf(ScorecardEntityRowSchema)
  .extend({ checkIds: z.array(z.string()) })
  .meta({
    id: 'ScorecardEntities',
  }) satisfies z.ZodType<ScorecardEntitiesPage>;
