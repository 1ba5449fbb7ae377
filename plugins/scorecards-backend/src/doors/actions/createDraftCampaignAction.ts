import { AuditorService } from '@backstage/backend-plugin-api';
import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { audited, parseInput, registerAction } from '@fairlead/backend-routes';
import { AuthorizedCampaigns } from '../../judging/campaigns/AuthorizedCampaigns';
import { CampaignDraftSchema } from '../schema/campaigns';
import { asPerson } from './asPerson';
import { ScorecardRefInput, z } from './schema';

export function createDraftCampaignAction(options: {
  actionsRegistry: ActionsRegistryService;
  auditor: AuditorService;
  campaigns: AuthorizedCampaigns;
}) {
  const { actionsRegistry, auditor, campaigns } = options;
  registerAction(actionsRegistry, {
    name: 'draft-campaign',
    title: 'Draft a campaign',
    description:
      'Drafts, in the name of the person for whom it is called, a campaign that asks teams for certain checks of a scorecard by a deadline. A draft asks nobody for anything: people schedule or start it in the portal.',
    does: 'adds',
    input: z.object({
      title: z.string(),
      why: z.string().describe('What it is good for, in a sentence or two'),
      ownerRef: z
        .string()
        .describe('A group that the person belongs to, which answers for it'),
      scorecardRef: ScorecardRefInput,
      target: z
        .union([
          z.object({ level: z.string() }),
          z.object({ checks: z.array(z.string()) }),
        ])
        .describe('A level of the scorecard, or the ids of some of its checks'),
      appliesTo: z
        .record(z.unknown())
        .optional()
        .describe('A filter predicate over entities; all when left out'),
      startsAt: z.string().describe('ISO 8601'),
      deadline: z.string().describe('ISO 8601; ahead, at most a year later'),
      reminders: z
        .array(z.string())
        .optional()
        .describe('How long before the deadline, for example 14d'),
    }),
    output: z.object({
      id: z.string(),
      state: z.string(),
      startsAt: z.string(),
      deadline: z.string(),
    }),
    action: async ({ input, credentials }) => {
      const caller = asPerson(credentials);
      const draft = parseInput(CampaignDraftSchema, input, 'Input');
      return audited(
        auditor,
        {
          eventId: 'campaign-create',
          severityLevel: 'medium',
          meta: { scorecardRef: draft.scorecardRef, ownerRef: draft.ownerRef },
        },
        () => campaigns.draft(draft, caller),
      );
    },
  });
}
