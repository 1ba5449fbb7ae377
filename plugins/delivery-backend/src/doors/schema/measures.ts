import {
  BAND_EDITIONS,
  BandEdition,
  Comparison,
  deliveryRecordSchema,
  EntityHistoryResponse,
  EntityMeasuresResponse,
  EntityRecordsResponse,
  EXCLUSION_REASONS,
  ExclusionReason,
  InsufficientReason,
  INSUFFICIENT_REASONS,
  JobSummary,
  LeadTimeStart,
  MEASURE_DEFINITIONS,
  MeasureId,
  MeasureValuesPage,
  MeasureView,
  ORIGIN_CHOICES,
  ORIGIN_KINDS,
  OriginChoice,
  OriginCounts,
  originKindSchema,
  OwnershipView,
  RECORD_KINDS,
  RecordKind,
  SampleOrigin,
  StuckItem,
  WAIT_KINDS,
  WAIT_REASONS,
  WaitCounts,
  WaitKind,
  WaitReason,
  WaitSentence,
  WaitView,
} from '@fairlead/backstage-plugin-delivery-common';
import { Paging } from '@fairlead/backend-routes';
import { z } from 'zod';
import { LEAD_TIME_STARTS } from '../../measuring/storedMeasures';
import { TimeWindowSchema, WindowQuery } from './window';

function oneOf<T extends string>(values: Iterable<T>) {
  return z.enum([...values] as [T, ...T[]]);
}

const keysOf = <T extends string>(record: Record<T, unknown>) =>
  Object.keys(record) as T[];

export const MeasureIdSchema = oneOf<MeasureId>(
  MEASURE_DEFINITIONS.map(({ id }) => id),
).meta({ id: 'MeasureId' });
export const LeadTimeStartSchema = oneOf<LeadTimeStart>(LEAD_TIME_STARTS);
export const OwnershipViewSchema = oneOf<OwnershipView>(['then', 'now']);
const OriginChoiceSchema = oneOf<OriginChoice>(ORIGIN_CHOICES);
const RecordKindSchema = oneOf<RecordKind>(RECORD_KINDS);

export const OverviewParams = WindowQuery.extend({
  view: OwnershipViewSchema.default('then').meta({
    description:
      'Whose numbers those of a team are: of what it owned when it happened, or of what it owns now',
  }),
});

export const MeasuresParams = OverviewParams.extend({
  leadTimeStart: LeadTimeStartSchema.default('first-commit').meta({
    description: 'From when lead times are counted',
  }),
  origin: OriginChoiceSchema.default('counted').meta({
    description:
      'Whose changes are counted: those of one origin alone, or those of people, agents and whoever is not known. A deployment is of an origin if all its changes are; by `counted` it counts whoever made them. What counts neither changes nor deployments is told by no single origin',
  }),
});

export const RecordsParams = MeasuresParams.extend({
  ...Paging.shape,
  measure: MeasureIdSchema,
  excluded: z
    .enum(['true', 'false'])
    .default('false')
    .transform(text => text === 'true')
    .meta({ description: 'List only what was left out' }),
});

export const HistoryParams = WindowQuery.extend({
  ...Paging.shape,
  kinds: z
    .string()
    .max(200)
    .transform((text, { addIssue }) => {
      const kinds = z
        .array(RecordKindSchema)
        .safeParse(text.split(',').map(kind => kind.trim()));
      if (!kinds.success) {
        addIssue(`must be some of ${RECORD_KINDS.join(', ')}`);
        return z.NEVER;
      }
      return kinds.data;
    })
    .optional()
    .meta({ description: 'Kinds of records, separated by commas' }),
});

const ComparisonSchema = z.object({
  verdict: z.enum(['better', 'worse', 'same', 'unknown']),
  before: TimeWindowSchema,
  value: z.number().optional(),
  change: z.number().optional(),
  reason: z.enum(['no-data', 'no-data-before', 'too-few']).optional(),
}) satisfies z.ZodType<Comparison>;

const MarkSchema = z.object({
  kind: z.enum([
    'freeze',
    'history-gap',
    'partial-range',
    'unlocated-deployment',
    'capped-gap',
    'missing-attempt',
    'push-time-inferred',
  ]),
  at: z.string(),
  recordKey: z.string().optional(),
  text: z.string(),
});

const UnitSchema = z.enum(['ms', 'ratio', 'perWeek']);
const PartsSchema = z.record(z.string(), z.number());
const PercentilesSchema = z.object({
  p50: z.number().optional(),
  p75: z.number().optional(),
  p90: z.number().optional(),
});

export const FewSchema = z.literal(true).optional().meta({
  description:
    'It rests on so few that a count says as much as is known, "0 of 2", and a share or a rate says more',
});

export const FewestSchema = z.int().meta({
  description:
    'The fewest samples of which a share or a rate is told as such; what rests on fewer is marked `few`',
});

export const MeasureViewSchema = z
  .object({
    id: MeasureIdSchema,
    state: z.enum(['ok', 'insufficient-data']),
    value: z.number().optional().meta({
      description: 'Absent if the state is insufficient-data; never a zero',
    }),
    unit: UnitSchema,
    n: z.int().meta({ description: 'How many samples it is made of' }),
    count: z.int().optional().meta({
      description:
        'Of a share the samples that count, of a rate all of them; absent for durations',
    }),
    few: FewSchema,
    percentiles: PercentilesSchema.optional(),
    open: z.int().optional(),
    parts: PartsSchema.optional(),
    reason: oneOf<InsufficientReason>(keysOf(INSUFFICIENT_REASONS)).optional(),
    definition: z.string(),
    marks: z.array(MarkSchema),
    excludedCount: z.int(),
    trend: z.array(
      z.object({
        day: z.iso.date(),
        value: z.number().optional(),
        n: z.int(),
        few: FewSchema,
      }),
    ),
    comparison: ComparisonSchema,
    band: z
      .object({
        edition: oneOf<BandEdition>(keysOf(BAND_EDITIONS)),
        name: z.enum(['elite', 'high', 'medium', 'low']),
      })
      .optional(),
  })
  .meta({ id: 'Measure' }) satisfies z.ZodType<MeasureView>;

export const WaitKindSchema = oneOf<WaitKind>(WAIT_KINDS);

export const StuckItemSchema = z.object({
  recordKey: z.string(),
  name: z.string(),
  title: z.string().optional(),
  url: z.string().optional(),
  since: z.iso.datetime(),
  age: z.number().meta({ description: 'Milliseconds' }),
}) satisfies z.ZodType<StuckItem>;

const WaitReasonSchema = oneOf<WaitReason>(keysOf(WAIT_REASONS));

export const WaitViewSchema = z.object({
  kind: WaitKindSchema,
  share: z.number().min(0).max(1).optional().meta({
    description:
      'Of the time of the changes that arrived; of coding, of those alone of which it is known when work began. Absent where it is not known',
  }),
  reason: WaitReasonSchema.optional().meta({
    description: 'Why there is no share',
  }),
  p50: z.number().optional().meta({ description: 'Milliseconds' }),
  p90: z.number().optional().meta({ description: 'Milliseconds' }),
  n: z.int().meta({ description: 'How many changes spent time on it' }),
  of: z.int().meta({ description: 'Of how many changes the share is told' }),
  few: FewSchema,
  open: z.int().meta({ description: 'How many changes wait for it now' }),
  oldest: StuckItemSchema.optional(),
}) satisfies z.ZodType<WaitView>;

export const WaitCountsSchema = z.object({
  state: z.enum(['ok', 'insufficient-data']),
  reason: WaitReasonSchema.exclude(['coding-unknown']).optional(),
  n: z.int().meta({ description: 'How many changes arrived in the window' }),
  codingUnknown: z.int().meta({
    description: 'Of how many of these it is not known when work began',
  }),
  open: z.int().meta({
    description:
      'How many changes are on their way, whether or not any arrived',
  }),
  few: FewSchema,
}) satisfies z.ZodType<WaitCounts>;

export const SentenceSchema = z
  .object({
    kind: WaitKindSchema,
    share: z.number().optional().meta({
      description:
        'Absent where no time of a change that arrived was waited: then it tells of what waits now',
    }),
    duration: z.number().optional().meta({ description: 'Milliseconds' }),
    n: z.int().meta({ description: 'How many changes arrived' }),
    few: FewSchema,
    open: z.int().meta({ description: 'How many changes wait now' }),
    oldest: StuckItemSchema.optional(),
    text: z.string(),
  })
  .nullable()
  .meta({
    description: 'Null where nothing is known',
  }) satisfies z.ZodType<(WaitSentence & { text: string }) | null>;

const SampleOriginSchema = oneOf<SampleOrigin>([...ORIGIN_KINDS, 'mixed']);

const OriginCountsSchema = z
  .object({
    n: z.int().meta({
      description: 'How many changes arrived in the window, whoever made them',
    }),
    byOrigin: z.partialRecord(originKindSchema, z.int()),
    assisted: z.int().meta({
      description: 'How many of those of people an agent helped with',
    }),
    agentShare: z.number().min(0).max(1).optional().meta({
      description:
        'The share of agents in the work of people and agents; a number and no judgement',
    }),
    agentShareOf: z.int().meta({
      description: 'Of how many changes the share is told',
    }),
    few: FewSchema,
  })
  .meta({ id: 'OriginCounts' }) satisfies z.ZodType<OriginCounts>;

const JobSummarySchema = z.object({
  repo: z.string().optional(),
  workflow: z.string().optional(),
  name: z.string(),
  n: z.int(),
  failed: z.int(),
  failureRate: z.number(),
  few: FewSchema,
  flakyCommits: z.int(),
  p50: z.number().optional(),
  p90: z.number().optional(),
  total: z.number(),
  example: z
    .object({
      recordKey: z.string(),
      at: z.iso.datetime(),
      duration: z.number(),
      url: z.string().optional(),
    })
    .optional()
    .meta({
      description: 'The run that took about as long as `p90`, to look at',
    }),
}) satisfies z.ZodType<JobSummary>;

const SlowestJobSchema = JobSummarySchema.optional().meta({
  description: 'The job that holds up the answers of CI the longest',
});

export const EntityMeasuresSchema = z
  .object({
    entityRef: z.string(),
    window: TimeWindowSchema,
    leadTimeStart: LeadTimeStartSchema,
    leadTimeStarts: z
      .partialRecord(LeadTimeStartSchema, z.int())
      .optional()
      .meta({
        description:
          'From when lead times are really counted, with how many each: the opening stands in where nothing earlier is told',
      }),
    view: OwnershipViewSchema,
    origin: OriginChoiceSchema,
    origins: OriginCountsSchema,
    computedAt: z.iso.datetime(),
    fewest: FewestSchema,
    coverage: z.object({
      entities: z.int(),
      records: z.int(),
      lastRecordAt: z.iso.datetime().optional(),
      subjects: z.array(
        z.object({ annotation: z.string(), value: z.string() }),
      ),
      problems: z.array(z.string()),
      sources: z.array(
        z.object({
          id: z.string(),
          title: z.string(),
          remedy: z.string().optional(),
          setup: z.string().optional().meta({
            description: 'What to set up on its side so that it sends',
          }),
          annotations: z
            .array(z.object({ annotation: z.string(), example: z.string() }))
            .meta({
              description: 'By which entities name what it tells of',
            }),
        }),
      ),
    }),
    measures: z.array(MeasureViewSchema),
    waits: z.array(WaitViewSchema),
    waitCounts: WaitCountsSchema,
    sentence: SentenceSchema,
    flowEfficiency: z.number().optional(),
    lostPerWeek: z.number().optional(),
    worstJobs: z.array(JobSummarySchema),
    slowestJob: SlowestJobSchema,
  })
  .meta({ id: 'EntityMeasures' }) satisfies z.ZodType<EntityMeasuresResponse>;

const SampleShape = {
  record: deliveryRecordSchema,
  at: z.iso.datetime(),
};

export const EntityRecordsSchema = z.object({
  measure: MeasureIdSchema,
  window: TimeWindowSchema,
  items: z.array(
    z.object({
      ...SampleShape,
      value: z.number().optional(),
      part: z.string().optional(),
      origin: SampleOriginSchema.optional().meta({
        description:
          'By whom the change was made, or all changes of a deployment',
      }),
      evidence: z.array(z.string()),
    }),
  ),
  excluded: z.array(
    z.object({
      ...SampleShape,
      recordKey: z.string(),
      origin: SampleOriginSchema.optional(),
      reason: oneOf<ExclusionReason>(keysOf(EXCLUSION_REASONS)),
      text: z.string(),
    }),
  ),
  nextCursor: z.string().optional(),
  totalItems: z.int(),
}) satisfies z.ZodType<EntityRecordsResponse>;

export const EntityHistorySchema = z.object({
  window: TimeWindowSchema,
  items: z.array(deliveryRecordSchema),
  nextCursor: z.string().optional(),
  totalItems: z.int(),
}) satisfies z.ZodType<EntityHistoryResponse>;

export const MeasureValuesParams = z.strictObject({
  after: z
    .string()
    .max(4096)
    .optional()
    .meta({ description: 'The cursor of the page before' }),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});

export const MeasureValuesSchema = z.object({
  items: z.array(
    z.object({
      entityRef: z.string(),
      measuredAt: z.iso.datetime(),
      days: z.int(),
      values: z.array(
        z.object({
          id: MeasureIdSchema,
          unit: UnitSchema,
          n: z.int(),
          value: z.number(),
          percentiles: PercentilesSchema.optional(),
          parts: PartsSchema.optional(),
        }),
      ),
      slowestJob: SlowestJobSchema,
    }),
  ),
  cursor: z.string(),
}) satisfies z.ZodType<MeasureValuesPage>;
