import {
  Campaign,
  CAMPAIGN_STATES,
  CampaignDetailsResponse,
  CampaignDraft,
  CampaignMoveRequest,
  CampaignPreviewResponse,
  CampaignState,
} from '@fairlead/backstage-plugin-scorecards-common';
import { FilterPredicate } from '@backstage/filter-predicates';
import { OwnerRef, pageOf, Paging } from '@fairlead/backend-routes';
import { z } from 'zod';
import { ScorecardRef } from './refs';
import { DecisionSchema, PrincipalKindSchema } from './waivers';

const StateSchema = z.enum(
  CAMPAIGN_STATES as [CampaignState, ...CampaignState[]],
);

const TeamStateSchema = z.enum(['active', 'paused', 'waiting']).meta({
  description: 'Waiting: the team has as many active campaigns as it may have',
});

const CheckId = z.string().min(1).max(63);

const TargetSchema = z
  .union([
    z.strictObject({ level: z.string().min(1).max(63) }),
    z.strictObject({ checks: z.array(CheckId).min(1).max(200) }),
  ])
  .meta({
    description:
      'All checks at or below a level of the scorecard, or the named checks',
  });

/** The service looks at what a filter says, with the bounds of those of scorecards. */
const AppliesTo = z.record(z.string(), z.unknown()).meta({
  description:
    "A filter predicate: which of the scorecard's entities the campaign is about; all when left out",
}) as unknown as z.ZodType<FilterPredicate, FilterPredicate>;

const Text = z.string().trim().min(1).max(2_000);

const LinkSchema = z.object({ id: z.string(), title: z.string() });

const CampaignFields = z.object({
  id: z.string(),
  title: z.string(),
  why: z.string(),
  ownerRef: z.string(),
  scorecardRef: z.string(),
  target: TargetSchema,
  appliesTo: AppliesTo.optional(),
  kind: z.string().optional(),
  state: StateSchema,
  startsAt: z.iso.datetime(),
  deadline: z.iso.datetime(),
  reminders: z.array(z.string()),
  draftedBy: z.string(),
  draftedAt: z.iso.datetime(),
  draftedThrough: PrincipalKindSchema,
  startedAt: z.iso.datetime().optional(),
  endedAt: z.iso.datetime().optional(),
  team: z
    .object({ teamRef: z.string(), state: TeamStateSchema })
    .optional()
    .meta({ description: 'In a list of one team: how it stands for the team' }),
});

export const CampaignSchema = CampaignFields.meta({
  id: 'Campaign',
}) satisfies z.ZodType<Campaign>;

export const CampaignsSchema = pageOf(CampaignSchema);

const EntitiesSchema = z.object({ done: z.int(), total: z.int() });

const FiguresSchema = z
  .object({ pass: z.int(), fail: z.int(), unknown: z.int() })
  .meta({
    id: 'CampaignFigures',
    description:
      'Target checks of entities that the caller may see; what is waived or does not apply is left out',
  });

const ProgressFields = {
  entities: EntitiesSchema,
  checks: FiguresSchema,
  series: z
    .array(
      z.object({
        at: z.iso.datetime(),
        pass: z.int(),
        total: z.int(),
        promised: z.int().meta({
          description:
            'How many were to pass by then, for all to pass by the deadline',
        }),
      }),
    )
    .meta({ description: 'Oldest first; empty before the start' }),
};

const TeamSchema = z
  .object({
    ...ProgressFields,
    teamRef: z.string().nullable().meta({
      description:
        'Null for what no team owns, or a team that the caller may not see',
    }),
    state: TeamStateSchema,
    activeElsewhere: z.array(LinkSchema).optional().meta({
      description: 'While it waits: what is active for the team instead',
    }),
    regressions: z
      .array(
        z.object({
          entityRef: z.string(),
          checkId: z.string(),
          at: z.iso.datetime(),
        }),
      )
      .meta({
        description:
          'What turned from pass to fail since the start and fails still',
      }),
    issue: z
      .object({
        via: z.enum(['template', 'webhook']),
        state: z.enum(['pending', 'opened', 'failed']),
        at: z.iso.datetime(),
        url: z.string().optional(),
        error: z.string().optional(),
      })
      .optional(),
  })
  .meta({ id: 'CampaignTeam' });

export const CampaignDetailsSchema = CampaignFields.extend({
  progress: z.object(ProgressFields),
  teams: z.array(TeamSchema).meta({ description: 'Furthest behind first' }),
  totalTeams: z.int(),
  issues: z
    .enum(['template', 'webhook'])
    .optional()
    .meta({ description: 'How an issue is opened for a team' }),
  decisions: z.array(DecisionSchema).meta({ description: 'Oldest first' }),
}).meta({
  id: 'CampaignDetails',
}) satisfies z.ZodType<CampaignDetailsResponse>;

export const CampaignPreviewSchema = z
  .object({
    entities: EntitiesSchema,
    checks: FiguresSchema,
    teams: z.int(),
    fullTeams: z
      .array(z.object({ teamRef: z.string(), active: z.array(LinkSchema) }))
      .meta({
        description:
          'Teams that have as many active campaigns as they may have, with those',
      }),
  })
  .meta({
    id: 'CampaignPreview',
  }) satisfies z.ZodType<CampaignPreviewResponse>;

export const CampaignsQuery = Paging.extend({
  state: StateSchema.optional(),
  teamRef: OwnerRef.optional().meta({
    description: 'Those that are active, paused or waiting for this team',
  }),
  scorecardRef: ScorecardRef.optional(),
});

export const CampaignPath = z.object({ id: z.string().min(1).max(200) });

export const CampaignQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(500).default(100).meta({
    description: 'How many teams to answer at most',
  }),
  teamRef: OwnerRef.optional().meta({ description: 'This team alone' }),
});

const Time = z.iso.datetime({ offset: true });

export const CampaignDraftSchema = z
  .strictObject({
    title: z.string().trim().min(1).max(200),
    why: Text,
    ownerRef: OwnerRef,
    scorecardRef: ScorecardRef,
    target: TargetSchema,
    appliesTo: AppliesTo.optional(),
    kind: z.string().min(1).max(63).optional().meta({
      description: "One of 'scorecards.campaigns.kinds' of the configuration",
    }),
    startsAt: Time,
    deadline: Time.meta({
      description: 'Ahead, and at most a year after the start',
    }),
    reminders: z.array(z.string().max(20)).max(5).optional().meta({
      description:
        "How long before the deadline, e.g. 14d; ['14d', '3d'] when left out",
    }),
  })
  .meta({ id: 'CampaignDraft' }) satisfies z.ZodType<CampaignDraft>;

export const CampaignPreviewRequest = z
  .strictObject({
    scorecardRef: ScorecardRef,
    target: TargetSchema,
    appliesTo: AppliesTo.optional(),
  })
  .meta({ id: 'CampaignPreviewRequest' });

const Answers = {
  impact: Text.meta({ description: 'What creates the most impact' }),
  futureCost: Text.meta({ description: 'What reduces future cost' }),
};

const Pauses = z
  .array(
    z.strictObject({
      teamRef: OwnerRef,
      campaignId: z.string().min(1).max(200),
      ...Answers,
    }),
  )
  .max(500)
  .optional()
  .meta({
    description:
      'Which campaign pauses for a team that has as many active ones as it may have, and why',
  });

export const CampaignMoveSchema = z
  .discriminatedUnion('move', [
    z.strictObject({ move: z.literal('schedule') }),
    z.strictObject({ move: z.literal('start'), pauses: Pauses }),
    z.strictObject({ move: z.literal('pause'), teamRef: OwnerRef, ...Answers }),
    z.strictObject({
      move: z.literal('resume'),
      teamRef: OwnerRef,
      pauses: Pauses,
    }),
    z.strictObject({ move: z.literal('issue'), teamRef: OwnerRef }),
    z.strictObject({ move: z.literal('end'), reason: Text.optional() }),
  ])
  .meta({ id: 'CampaignMove' }) satisfies z.ZodType<CampaignMoveRequest>;
