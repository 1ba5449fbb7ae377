import { EntityRef, pageOf, Paging } from '@fairlead/backend-routes';
import {
  ChangeUse,
  FinishedDrill,
  FinishUse,
  RunbookUse,
  RunbookVerification,
  StartUse,
  UsePage,
  VerifyRunbook,
} from '@fairlead/backstage-plugin-runbooks-common';
import { z } from 'zod';

/** The id of a runbook or a use. */
const Id = z.string().min(1).max(200);

/** The id of an incident, as its source makes it. */
const IncidentId = z.string().trim().min(1).max(1000);

const Alert = z.string().trim().min(1).max(500);

const Title = z.string().trim().min(1).max(300);

const Note = z.string().trim().max(4000);

/** What happened before now, which only a service may tell. */
const Time = z.iso.datetime({ offset: true }).meta({
  description: 'Only of an import by a service; ISO 8601, not in the future',
});

const UserRef = EntityRef.refine(ref => ref.startsWith('user:'), {
  message: "must be the ref of a user such as 'user:default/mira'",
}).meta({
  description:
    'Only of an import by a service: whose use it was. It counts as that person’s',
});

const ByAgent = z.boolean().meta({
  description:
    'Software acts with the rights of a person; it verifies nothing. A service, and what comes through another backend, is taken for software anyway',
});

const HttpsUrl = z
  .string()
  .trim()
  .max(2000)
  .refine(text => URL.canParse(text) && new URL(text).protocol === 'https:', {
    message: "must be a URL that begins with 'https://'",
  });

const Labels = z
  .record(z.string().min(1).max(200), z.string().max(2000))
  .refine(labels => Object.keys(labels).length <= 100, {
    message: 'at most 100 labels',
  });

export const UseSchema = z
  .object({
    id: z.string(),
    runbookId: z.string(),
    title: z.string(),
    entityRef: z.string().optional(),
    purpose: z.enum(['incident', 'drill']),
    incidentId: z.string().optional(),
    alert: z.string().optional(),
    labels: z.record(z.string(), z.string()),
    byAgent: z.boolean(),
    startedAt: z.iso.datetime(),
    finishedAt: z.iso.datetime().optional(),
    outcome: z.enum(['helped', 'misled', 'missing']).optional(),
    note: z.string().optional(),
    links: z.array(
      z.object({
        url: z.string(),
        title: z.string().optional(),
        at: z.iso.datetime(),
      }),
    ),
    steps: z.array(
      z.object({
        id: z.string(),
        text: z.string(),
        section: z.string().optional(),
        done: z.boolean(),
        at: z.iso.datetime().optional(),
      }),
    ),
    revision: z.int(),
  })
  .meta({ id: 'RunbookUse' }) satisfies z.ZodType<RunbookUse>;

export const UsesSchema = pageOf(UseSchema) satisfies z.ZodType<UsePage>;

export const UsesQuery = Paging.extend({
  runbook: Id.optional(),
  entity: EntityRef.optional(),
  incident: IncidentId.optional(),
  active: z
    .enum(['true', 'false'])
    .transform(text => text === 'true')
    .optional()
    .meta({ description: 'Under way, or finished' }),
});

export const UsePath = z.object({ id: Id });

export const StartUseBody = z
  .strictObject({
    runbook: Id,
    for: z.union([
      z.strictObject({ incident: IncidentId }),
      z.strictObject({ drill: z.literal(true) }),
      z.strictObject({ alert: Alert }),
    ]),
    entity: EntityRef.optional(),
    labels: Labels.optional(),
    byAgent: ByAgent.optional(),
    startedAt: Time.optional(),
    by: UserRef.optional(),
  })
  .meta({ id: 'StartUse' }) satisfies z.ZodType<StartUse>;

export const ChangeUseBody = z.union([
  z.strictObject({
    step: z.string().min(1).max(500),
    done: z.boolean(),
    at: Time.optional(),
  }),
  z.strictObject({
    link: z.strictObject({ url: HttpsUrl, title: Title.optional() }),
    at: Time.optional(),
  }),
]) satisfies z.ZodType<ChangeUse>;

export const FinishUseBody = z
  .strictObject({
    outcome: z.enum(['helped', 'misled', 'missing']),
    note: Note.optional().meta({ description: 'What to change' }),
    byAgent: ByAgent.optional(),
    finishedAt: Time.optional(),
    by: UserRef.optional(),
  })
  .meta({ id: 'FinishUse' }) satisfies z.ZodType<FinishUse>;

export const DrillsParams = z.strictObject({
  after: z.string().max(4096).optional().meta({
    description: 'The cursor of the page before',
  }),
  limit: Paging.shape.limit,
});

const DrillSchema = z
  .object({
    id: z.string(),
    by: z.string().meta({ description: 'Whose it was: the ref of a user' }),
    finishedAt: z.iso.datetime(),
    title: z.string().meta({ description: 'Of the runbook, then' }),
    entityRef: z.string().optional(),
    url: z
      .string()
      .optional()
      .meta({ description: 'Where a person can look at it' }),
  })
  .meta({ id: 'FinishedDrill' }) satisfies z.ZodType<FinishedDrill>;

export const DrillsSchema = z
  .object({
    items: z.array(DrillSchema),
    cursor: z.string().meta({
      description: 'For the next page, now or later; an empty page is the end',
    }),
  })
  .meta({ id: 'FinishedDrillsPage' });

export const VerifyRunbookBody = z
  .strictObject({
    textHash: z.string().min(1).max(200).optional().meta({
      description: 'Of the text that was read, as the runbook tells it',
    }),
  })
  .meta({ id: 'VerifyRunbook' }) satisfies z.ZodType<VerifyRunbook>;

export const RunbookVerificationSchema = z
  .object({ runbookId: z.string(), verifiedAt: z.iso.datetime() })
  .meta({
    id: 'RunbookVerification',
  }) satisfies z.ZodType<RunbookVerification>;
