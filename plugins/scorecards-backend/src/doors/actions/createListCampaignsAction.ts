import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { registerAction } from '@fairlead/backend-routes';
import {
  CAMPAIGN_STATES,
  CampaignState,
} from '@fairlead/backstage-plugin-scorecards-common';
import { AuthorizedCampaigns } from '../../judging/campaigns/AuthorizedCampaigns';
import { parseRef } from './parseRef';
import { PagingInput, PagingOutput, ScorecardRefInput, z } from './schema';

export function createListCampaignsAction(options: {
  actionsRegistry: ActionsRegistryService;
  campaigns: AuthorizedCampaigns;
}) {
  const { actionsRegistry, campaigns } = options;
  registerAction(actionsRegistry, {
    name: 'list-campaigns',
    title: 'List campaigns',
    description:
      'Lists the campaigns that ask teams for certain checks of a scorecard by a deadline, newest first: what for, why, who answers, and where each stands.',
    does: 'reads',
    input: PagingInput.extend({
      scorecardRef: ScorecardRefInput.optional(),
      teamRef: z
        .string()
        .optional()
        .describe("A team that it meets, such as 'group:default/payments'"),
      state: z
        .enum(CAMPAIGN_STATES as [CampaignState, ...CampaignState[]])
        .optional(),
    }),
    output: PagingOutput.extend({
      items: z.array(
        z.object({
          id: z.string(),
          title: z.string(),
          why: z.string(),
          ownerRef: z.string(),
          scorecardRef: z.string(),
          target: z
            .union([
              z.object({ level: z.string() }),
              z.object({ checks: z.array(z.string()) }),
            ])
            .describe('A level of the scorecard, or the ids of checks'),
          state: z.string(),
          startsAt: z.string(),
          deadline: z.string(),
        }),
      ),
    }),
    action: async ({ input, credentials }) => {
      const { scorecardRef, teamRef, ...query } = input;
      return campaigns.list(
        {
          ...query,
          ...(scorecardRef !== undefined && {
            scorecardRef: parseRef(scorecardRef, { defaultKind: 'scorecard' }),
          }),
          ...(teamRef !== undefined && {
            teamRef: parseRef(teamRef, { defaultKind: 'group' }),
          }),
        },
        { credentials },
      );
    },
  });
}
