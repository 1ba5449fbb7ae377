import { EntityRef, OwnerRef, pageOf, Paging } from '@fairlead/backend-routes';
import {
  AddFollowUp,
  ChangeFollowUp,
  IncidentDetail,
  IncidentMoment,
  IncidentPage,
  IncidentStage,
  IncidentSummary,
  INCIDENT_MOMENTS,
  INCIDENT_STAGES,
  LinkChange,
  TellMoment,
  WriteReview,
} from '@fairlead/backstage-plugin-runbooks-common';
import { z } from 'zod';
import { isWebUrl } from '../../records/incidents';

const Stage = z.enum(INCIDENT_STAGES as [IncidentStage, ...IncidentStage[]]);

const Moment = z.enum(
  INCIDENT_MOMENTS as [IncidentMoment, ...IncidentMoment[]],
);

const LearningState = z.enum(['not-asked', 'open', 'late', 'closed']);

const Title = z.string().trim().min(1).max(300);

const Time = z.iso.datetime({ offset: true });

const ImportedAt = Time.meta({
  description:
    'When it was so; only of an import by a service. ISO 8601, not in the future',
});

const WebUrl = z.string().trim().max(2000).refine(isWebUrl, {
  message: "must be a URL that begins with 'https://' or 'http://'",
});

const Milliseconds = z.number().meta({ description: 'Milliseconds' });

const StageClockSchema = z
  .object({
    stage: Stage,
    state: z.enum(['known', 'open', 'unknown']).meta({
      description: 'Of an open one the duration is a lower bound',
    }),
    from: z.iso.datetime().optional(),
    to: z.iso.datetime().optional(),
    duration: Milliseconds.optional(),
    toldBy: z.enum(['source', 'person']).optional(),
    reason: z.string().optional(),
  })
  .meta({ id: 'StageClock' });

const IncidentSummarySchema = z
  .object({
    id: z.string(),
    title: z.string(),
    severity: z.string().optional(),
    entityRefs: z.array(z.string()),
    url: z.string().optional(),
    foundBy: z.enum(['alert', 'person']).optional(),
    openedAt: z.iso.datetime(),
    resolvedAt: z.iso.datetime().optional(),
    stages: z.array(StageClockSchema),
    learning: z.object({
      state: LearningState,
      dueAt: z.iso.datetime().optional(),
      reason: z.string().optional(),
    }),
    recurredAs: z.string().optional(),
    recurrenceOf: z.string().optional(),
  })
  .meta({ id: 'IncidentSummary' }) satisfies z.ZodType<IncidentSummary>;

const ratio = z.number().nullable();

export const IncidentsSchema = pageOf(IncidentSummarySchema).extend({
  medians: z.array(
    z.object({
      stage: Stage,
      p50: Milliseconds.optional(),
      p90: Milliseconds.optional(),
      n: z.int(),
      open: z.int(),
      unknown: z.int(),
    }),
  ),
  foundByAlert: z.object({ n: z.int(), ratio }),
  learning: z.object({
    asked: z.int(),
    closed: z.int(),
    ratio,
    pending: z.int().optional(),
  }),
  followUps: z.object({
    open: z.int(),
    overdue: z.int(),
    byAge: z
      .object({ week: z.int(), month: z.int(), older: z.int() })
      .optional(),
  }),
}) satisfies z.ZodType<IncidentPage>;

export const IncidentSchema = IncidentSummarySchema.extend({
  alerts: z.array(z.string()),
  runbooks: z.array(z.object({ id: z.string(), title: z.string() })),
  uses: z.array(
    z.object({
      id: z.string(),
      runbookId: z.string().optional(),
      title: z.string(),
      startedAt: z.iso.datetime(),
      finishedAt: z.iso.datetime().optional(),
      outcome: z.string().optional(),
    }),
  ),
  review: z
    .object({
      revision: z.int().optional(),
      text: z.string().optional(),
      url: z.string().optional(),
      publishedAt: z.iso.datetime().optional(),
      nothingToChange: z.string().optional(),
      fromSource: z.boolean().optional(),
    })
    .optional(),
  reviewTemplate: z.string().optional(),
  changes: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(['runbook', 'alert', 'code', 'decision']),
      url: z.string(),
      title: z.string().optional(),
      at: z.iso.datetime(),
    }),
  ),
  followUps: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      url: z.string().optional(),
      dueAt: z.iso.datetime().optional(),
      createdAt: z.iso.datetime().optional(),
      closedAt: z.iso.datetime().optional(),
      overdue: z.boolean(),
      fromSource: z.boolean(),
    }),
  ),
  mayUpdate: z.boolean(),
}).meta({ id: 'Incident' }) satisfies z.ZodType<IncidentDetail>;

export const IncidentsQuery = Paging.extend({
  entity: EntityRef.optional(),
  owner: OwnerRef.optional().meta({
    description: 'A team, with all below it, or a user',
  }),
  from: Time.or(z.iso.date()).optional().meta({
    description: 'Those that were opened then or later',
  }),
  open: z
    .enum(['true', 'false'])
    .transform(text => text === 'true')
    .optional()
    .meta({ description: 'Not resolved yet, or resolved' }),
  learning: LearningState.optional(),
});

/** The key of a record, as its source makes it. */
const IncidentId = z.string().min(1).max(1000);

export const IncidentPath = z.object({ id: IncidentId });

export const FollowUpPath = z.object({
  id: IncidentId,
  followUp: z.string().min(1).max(1000),
});

export const TellMomentBody = z
  .strictObject({
    moment: Moment,
    at: Time.optional().meta({ description: 'Now, if left out' }),
  })
  .meta({ id: 'TellMoment' }) satisfies z.ZodType<TellMoment>;

export const WriteReviewBody = z
  .strictObject({
    text: z.string().max(100_000).optional().meta({ description: 'Markdown' }),
    url: WebUrl.optional(),
    nothingToChange: z.string().trim().min(20).max(2000).optional().meta({
      description: 'Why nothing is to change; saying so publishes the review',
    }),
    publish: z.boolean().optional(),
    revision: z.int().min(0).optional().meta({
      description: 'Of the review that was read',
    }),
    at: ImportedAt.optional(),
  })
  .meta({ id: 'WriteReview' }) satisfies z.ZodType<WriteReview>;

export const LinkChangeBody = z
  .strictObject({
    kind: z.enum(['runbook', 'alert', 'code', 'decision']),
    url: WebUrl.or(EntityRef).meta({
      description: 'A URL, or the ref of an entity',
    }),
    title: Title.optional(),
    at: ImportedAt.optional(),
  })
  .meta({ id: 'LinkChange' }) satisfies z.ZodType<LinkChange>;

const FollowUpFields = {
  url: WebUrl.optional(),
  dueAt: Time.or(z.iso.date()).optional(),
  at: ImportedAt.optional(),
};

export const AddFollowUpBody = z
  .strictObject({ title: Title, ...FollowUpFields })
  .meta({ id: 'AddFollowUp' }) satisfies z.ZodType<AddFollowUp>;

export const ChangeFollowUpBody = z
  .strictObject({
    title: Title.optional(),
    closed: z.boolean().optional(),
    ...FollowUpFields,
  })
  .meta({ id: 'ChangeFollowUp' }) satisfies z.ZodType<ChangeFollowUp>;
