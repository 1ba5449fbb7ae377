import {
  entityRef,
  EntityRef,
  OwnerRef,
  pageOf,
  Paging,
} from '@fairlead/backend-routes';
import {
  AlertRow,
  Coverage,
  CoverageAnswer,
  CoverageShare,
  EntityRunbooks,
  EntityRunbookValues,
  FiringAlert,
  FiringAnswer,
  HEALTH_STATES,
  ResponderShare,
  RunbookDraftAnswer,
  RunbookFor,
  RunbookLink,
  TeamRunbooks,
} from '@fairlead/backstage-plugin-runbooks-common';
import { z } from 'zod';
import { RunbookSummarySchema } from './registry';

/** What names of alerts are cut to by no source. */
const AlertName = z.string().min(1).max(1000);

/** An entity as alerts name it: the kind may be left out. */
const AnyEntityRef = entityRef({ defaultKind: 'component' });

const Flag = z.enum(['true', 'false']).transform(text => text === 'true');

export const FiringParams = z.strictObject({
  owner: z
    .union([
      OwnerRef.transform(owner => [owner]),
      z.array(OwnerRef).min(1).max(100),
    ])
    .optional()
    .meta({
      description:
        'The ref of a team or user, may be repeated; the teams below a team are taken in too',
    }),
  mine: Flag.optional().meta({
    description: 'Of whatever the caller owns, with the teams below',
  }),
});

export const CoverageParams = Paging.extend({
  owner: OwnerRef.optional().meta({
    description: 'The ref of a team; the teams below it are taken in too',
  }),
  entity: EntityRef.optional(),
  covered: Flag.optional().meta({
    description: 'Lists those with a runbook that resolves, or those without',
  }),
  mayPage: Flag.optional().meta({
    description: 'Lists those that may wake somebody up, or the others',
  }),
  silent: Flag.optional().meta({
    description: 'Lists those that did not fire in the window',
  }),
  q: z.string().max(200).optional().meta({
    description: "Part of the alert's name, in any case",
  }),
  days: z.coerce.number().int().min(1).max(400).optional().meta({
    description: 'The window; what is configured where it is left out',
  }),
});

export const DraftParams = z.strictObject({
  alert: AlertName,
  entity: AnyEntityRef.optional(),
});

/** Read by the handler: a browser is led on whatever it says. */
export const RunbookForParams = z.object({
  alert: z.string().max(2000).optional(),
  entity: z.string().max(2000).optional().meta({
    description:
      'The ref of an entity; the kind and the namespace may be left out',
  }),
});

/** What is looked for, once somebody is known to ask. */
export const RunbookForQuery = z
  .object({ alert: AlertName.optional(), entity: AnyEntityRef.optional() })
  .refine(({ alert, entity }) => alert || entity, {
    message: "Name an 'alert', an 'entity', or both",
  });

export const ValuesParams = z.strictObject({
  after: z.string().max(4096).optional().meta({
    description: 'The cursor of the page before',
  }),
  limit: Paging.shape.limit,
});

const RunbookLinkSchema = z
  .object({
    id: z.string(),
    title: z.string(),
    from: z.enum(['entity', 'link', 'annotation', 'alert']),
    resolves: z.enum(HEALTH_STATES),
  })
  .meta({ id: 'RunbookLink' }) satisfies z.ZodType<RunbookLink>;

const FiringAlertSchema = z
  .object({
    alert: z.string(),
    entityRef: z.string(),
    since: z.iso.datetime(),
    labels: z.record(z.string(), z.string()),
    severity: z.string().optional(),
    mayPage: z.boolean().meta({ description: 'It may wake somebody up' }),
    summary: z.string().optional(),
    url: z.string().optional(),
    dashboardUrls: z.array(z.string()),
    runbook: RunbookLinkSchema.optional().meta({
      description: 'Absent where there is none, or none that the caller sees',
    }),
    useId: z.string().optional().meta({
      description: 'A use of the runbook for this entity that is under way',
    }),
  })
  .meta({ id: 'FiringAlert' }) satisfies z.ZodType<FiringAlert>;

export const FiringSchema = z
  .object({
    items: z.array(FiringAlertSchema),
    totalItems: z.int(),
    heardAt: z.iso.datetime().optional().meta({
      description: 'When a source last told anything of alerts',
    }),
  })
  .meta({ id: 'Firing' }) satisfies z.ZodType<FiringAnswer>;

const CoverageShareSchema = z
  .object({
    fired: z.int(),
    covered: z.int(),
    ratio: z.number().nullable().meta({
      description: 'Null where nothing fired',
    }),
  })
  .meta({ id: 'CoverageShare' }) satisfies z.ZodType<CoverageShare>;

const CoverageSharesSchema = CoverageShareSchema.extend({
  night: CoverageShareSchema.meta({ description: 'Of those that may page' }),
  silent: CoverageShareSchema.meta({
    description: 'Alert names that are known and did not fire in the window',
  }),
  windowDays: z.number(),
}).meta({ id: 'Coverage' }) satisfies z.ZodType<Coverage>;

export const EntityRunbooksSchema = z
  .object({
    entityRef: z.string(),
    firing: z.array(FiringAlertSchema),
    runbooks: z.array(RunbookSummarySchema),
    coverage: CoverageSharesSchema,
  })
  .meta({ id: 'EntityRunbooks' }) satisfies z.ZodType<EntityRunbooks>;

const AlertRowSchema = z
  .object({
    alert: z.string(),
    entityRef: z.string(),
    ownerRef: z.string().optional(),
    firings: z.int().meta({ description: 'Within the window' }),
    lastFiredAt: z.iso.datetime().optional(),
    firesNow: z.boolean(),
    mayPage: z.boolean(),
    severity: z.string().optional(),
    runbook: RunbookLinkSchema.optional(),
    toldUrl: z.string().optional().meta({
      description: 'The URL that the alert names, where it leads to nothing',
    }),
    reason: z.string().optional().meta({ description: 'Why not covered' }),
  })
  .meta({ id: 'AlertRow' }) satisfies z.ZodType<AlertRow>;

export const CoverageSchema = pageOf(AlertRowSchema)
  .extend({
    coverage: CoverageSharesSchema.meta({
      description:
        'Of all alerts of the owner and the entity, whatever else is filtered',
    }),
  })
  .meta({ id: 'CoveragePage' }) satisfies z.ZodType<CoverageAnswer>;

export const DraftSchema = z
  .object({
    files: z.array(z.object({ path: z.string(), text: z.string() })),
    editUrl: z.string().optional(),
  })
  .meta({ id: 'RunbookDraft' }) satisfies z.ZodType<RunbookDraftAnswer>;

export const RunbookForSchema = z
  .object({
    alert: z.string().optional(),
    entityRef: z.string().optional(),
    runbook: RunbookSummarySchema.optional(),
    others: z.array(RunbookLinkSchema).meta({
      description: 'Those that fit less well, best first',
    }),
    labels: z.record(z.string(), z.string()).meta({
      description: 'Of the alert that fires now, for placeholders',
    }),
    reason: z.string().optional().meta({
      description: 'Why there is none, and what to do',
    }),
  })
  .meta({ id: 'RunbookFor' }) satisfies z.ZodType<RunbookFor>;

const ResponderShareSchema = z
  .object({
    n: z.int(),
    share: z.number(),
    others: z.int(),
    suggestion: z.string().optional(),
  })
  .meta({ id: 'ResponderShare' }) satisfies z.ZodType<ResponderShare>;

export const TeamRunbooksSchema = z
  .object({
    teamRef: z.string(),
    firing: z.array(FiringAlertSchema),
    coverage: CoverageSharesSchema,
    uncoveredAtNight: z.array(AlertRowSchema),
    failing: z.array(RunbookSummarySchema),
    failingCount: z.int(),
    runbookCount: z.int(),
    followUps: z.object({ open: z.int(), overdue: z.int() }),
    responders: ResponderShareSchema.nullable().meta({
      description: 'Told to the owning team only',
    }),
  })
  .meta({ id: 'TeamRunbooks' }) satisfies z.ZodType<TeamRunbooks>;

const StateCounts = z.partialRecord(z.enum(HEALTH_STATES), z.int());

const EntityValuesSchema = z
  .object({
    entityRef: z.string(),
    computedAt: z.iso.datetime(),
    coverage: CoverageShareSchema.extend({ night: CoverageShareSchema }),
    uncovered: z.array(z.string()),
    health: z.object({
      resolves: StateCounts,
      complete: StateCounts,
      actionable: StateCounts,
      fresh: StateCounts,
      drift: StateCounts,
    }),
    drift: z.number().optional(),
    runbooks: z.int(),
    incidents: z.object({
      learning: z.object({ asked: z.int(), closed: z.int() }),
      openFollowUps: z.int(),
      overdueFollowUps: z.int(),
      foundByAlert: z.object({ n: z.int(), found: z.int() }),
    }),
  })
  .meta({ id: 'EntityRunbookValues' }) satisfies z.ZodType<EntityRunbookValues>;

export const ValuesSchema = z
  .object({
    items: z.array(EntityValuesSchema),
    cursor: z.string().meta({
      description: 'For the next page, now or later; an empty page is the end',
    }),
  })
  .meta({ id: 'EntityRunbookValuesPage' });
