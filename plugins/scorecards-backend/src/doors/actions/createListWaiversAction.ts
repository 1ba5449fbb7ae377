import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import {
  WAIVER_STATES,
  WaiverState,
} from '@fairlead/backstage-plugin-scorecards-common';
import { AuthorizedWaivers } from '../../judging/waivers/AuthorizedWaivers';
import { parseRef } from './parseRef';

export function createListWaiversAction(options: {
  actionsRegistry: ActionsRegistryService;
  waivers: AuthorizedWaivers;
}) {
  const { actionsRegistry, waivers } = options;
  actionsRegistry.register({
    name: 'list-waivers',
    title: 'List waivers',
    description:
      'Lists the waivers that exempt catalog entities from checks of scorecards, newest first: why, until when, and which of the two sides has approved or is missing.',
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: z =>
        z.object({
          scorecardRef: z
            .string()
            .optional()
            .describe("A scorecard, such as 'production-readiness'"),
          entityRef: z
            .string()
            .optional()
            .describe("An entity ref, such as 'component:default/checkout'"),
          checkId: z.string().optional(),
          state: z
            .enum(WAIVER_STATES as [WaiverState, ...WaiverState[]])
            .optional(),
          waitingForMe: z
            .boolean()
            .optional()
            .describe('Only those that the caller can approve in the portal'),
          limit: z.number().int().min(1).max(500).default(50),
          cursor: z.string().optional(),
        }),
      output: z =>
        z.object({
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
          nextCursor: z.string().optional(),
          totalItems: z.number(),
        }),
    },
    action: async ({ input, credentials }) => {
      const { scorecardRef, entityRef, waitingForMe, ...query } = input;
      return {
        output: await waivers.list(
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
        ),
      };
    },
  });
}
