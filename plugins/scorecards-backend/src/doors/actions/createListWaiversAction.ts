import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { registerAction } from '@fairlead/backend-routes';
import {
  WAIVER_STATES,
  WaiverState,
} from '@fairlead/backstage-plugin-scorecards-common';
import { AuthorizedWaivers } from '../../judging/waivers/AuthorizedWaivers';
import { parseRef } from './parseRef';
import {
  EntityRefInput,
  PagingInput,
  PagingOutput,
  ScorecardRefInput,
  z,
} from './schema';

export function createListWaiversAction(options: {
  actionsRegistry: ActionsRegistryService;
  waivers: AuthorizedWaivers;
}) {
  const { actionsRegistry, waivers } = options;
  registerAction(actionsRegistry, {
    name: 'list-waivers',
    title: 'List waivers',
    description:
      'Lists the waivers that exempt catalog entities from checks of scorecards, newest first: why, until when, and which of the two sides has approved or is missing.',
    does: 'reads',
    input: PagingInput.extend({
      scorecardRef: ScorecardRefInput.optional(),
      entityRef: EntityRefInput.optional(),
      checkId: z.string().optional(),
      state: z
        .enum(WAIVER_STATES as [WaiverState, ...WaiverState[]])
        .optional(),
      waitingForMe: z
        .boolean()
        .optional()
        .describe('Only those that the caller can approve in the portal'),
    }),
    output: PagingOutput.extend({
      items: z.array(
        z.object({
          id: z.string(),
          scorecardRef: z.string(),
          checkId: z.string(),
          entityRef: z.string(),
          reason: z.string(),
          state: z.string(),
          requestedBy: z.string(),
          expiresAt: z.string(),
          sides: z.array(
            z.object({
              side: z.string(),
              ownerRef: z.string().nullable(),
              approval: z
                .object({ by: z.string(), at: z.string() })
                .nullable()
                .describe('Null while the approval of the side is missing'),
            }),
          ),
        }),
      ),
    }),
    action: async ({ input, credentials }) => {
      const { scorecardRef, entityRef, waitingForMe, ...query } = input;
      return waivers.list(
        {
          ...query,
          ...(scorecardRef !== undefined && {
            scorecardRef: parseRef(scorecardRef, {
              defaultKind: 'scorecard',
            }),
          }),
          ...(entityRef !== undefined && { entityRef: parseRef(entityRef) }),
          ...(waitingForMe && { waitingFor: 'me' as const }),
        },
        { credentials },
      );
    },
  });
}
