import { EntityRef, OwnerRef, pageOf, Paging } from '@fairlead/backend-routes';
import {
  HEALTH_PARTS,
  HEALTH_STATES,
  LintAnswer,
  LintProblem,
  PartHealth,
  RUNBOOK_TIERS,
  RunbookDetail,
  RunbookDocument,
  RunbookHealth,
  RunbookPage,
  RUNBOOKS_ORDERS,
  RunbookSummary,
} from '@fairlead/backstage-plugin-runbooks-common';
import { z } from 'zod';

const Part = z.enum(HEALTH_PARTS);

const State = z.enum(HEALTH_STATES);

const Tier = z.enum(RUNBOOK_TIERS);

/** The path of a runbook. */
export const RunbookPath = z.object({ id: z.string().min(1).max(200) });

export const RunbooksParams = Paging.extend({
  owner: OwnerRef.optional().meta({
    description: 'The ref of a team; the teams below it are taken in too',
  }),
  tier: Tier.optional(),
  part: Part.optional().meta({
    description: 'Without state: runbooks of which this part is not ok',
  }),
  state: State.optional().meta({
    description: 'Without part: runbooks of which any part stands so',
  }),
  alert: z.string().max(500).optional().meta({
    description: 'The name of an alert that leads to it',
  }),
  entity: EntityRef.optional().meta({
    description: 'The ref of an entity that it serves, or its own',
  }),
  q: z.string().max(200).optional().meta({
    description: 'Part of the title, in any case',
  }),
  order: z.enum(RUNBOOKS_ORDERS).default('title').meta({
    description:
      'By title, or first those that are bad in the most parts, drift left aside',
  }),
});

const PartHealthSchema = z
  .object({
    state: State,
    reason: z.string().optional(),
    at: z.iso.datetime().optional(),
    value: z.number().optional(),
  })
  .meta({ id: 'PartHealth' }) satisfies z.ZodType<PartHealth>;

const RunbookHealthSchema = z
  .object({
    resolves: PartHealthSchema,
    complete: PartHealthSchema,
    actionable: PartHealthSchema,
    fresh: PartHealthSchema,
    drift: PartHealthSchema,
  })
  .meta({ id: 'RunbookHealth' }) satisfies z.ZodType<RunbookHealth>;

const LintProblemSchema = z
  .object({
    line: z.int(),
    column: z.int(),
    rule: z.string(),
    severity: z.enum(['error', 'warning', 'info']),
    message: z.string(),
  })
  .meta({ id: 'LintProblem' }) satisfies z.ZodType<LintProblem>;

export const RunbookSummarySchema = z
  .object({
    id: z.string(),
    title: z.string(),
    from: z.enum(['entity', 'link', 'annotation', 'alert']),
    entityRef: z.string().optional(),
    ownerRef: z.string().optional(),
    tier: Tier,
    alerts: z.array(z.string()),
    serves: z.array(z.string()).meta({
      description: 'The first ten of the entities that it serves',
    }),
    servesCount: z.int(),
    url: z.string().optional(),
    health: RunbookHealthSchema,
    verifiedAt: z.iso.datetime().optional(),
    usedAt: z.iso.datetime().optional(),
  })
  .meta({ id: 'RunbookSummary' }) satisfies z.ZodType<RunbookSummary>;

export const RunbooksSchema = pageOf(RunbookSummarySchema)
  .extend({
    totals: z.record(z.string(), z.record(z.string(), z.int())).meta({
      description:
        'How many stand in each state, by part, under the same filters but those of part and state',
    }),
    failing: z.int().optional().meta({
      description:
        'How many of the same are bad in one part at least, drift left aside',
    }),
  })
  .meta({ id: 'RunbookPage' }) satisfies z.ZodType<RunbookPage>;

export const RunbookDetailSchema = RunbookSummarySchema.extend({
  text: z.string().optional().meta({
    description: 'Markdown; absent where none could be read, ever',
  }),
  copiedAt: z.iso.datetime().optional(),
  textHash: z.string().optional(),
  isLastGoodCopy: z.boolean(),
  baseUrl: z.string().optional(),
  editUrl: z.string().optional(),
  problems: z.array(LintProblemSchema),
  servesOwnTeam: z.boolean(),
  helped: z.int(),
  misled: z.int(),
  missing: z.int(),
}).meta({ id: 'RunbookDetail' }) satisfies z.ZodType<RunbookDetail>;

/** What the kind `Runbook` takes, too. */
const TEXT_LENGTH = 512 * 1024;

export const LintRequest = z
  .strictObject({
    text: z.string().max(TEXT_LENGTH).meta({ description: 'Markdown' }),
  })
  .meta({ id: 'LintRequest' });

export const LintSchema = z
  .object({ problems: z.array(LintProblemSchema) })
  .meta({ id: 'LintAnswer' }) satisfies z.ZodType<LintAnswer>;

export const DocumentsParams = z.strictObject({
  after: z.string().max(4096).optional().meta({
    description: 'The cursor of the page before',
  }),
  limit: Paging.shape.limit,
});

export const DocumentsSchema = z
  .object({
    items: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        text: z.string(),
        entityRef: z.string(),
        ownerRef: z.string().optional(),
        alerts: z.array(z.string()),
        tier: z.string(),
      }) satisfies z.ZodType<RunbookDocument>,
    ),
    cursor: z.string(),
  })
  .meta({ id: 'RunbookDocuments' });
