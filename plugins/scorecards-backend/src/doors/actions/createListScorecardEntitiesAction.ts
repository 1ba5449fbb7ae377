import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import {
  CHECK_STATUSES,
  CheckStatus,
} from '@fairlead/backstage-plugin-scorecards-common';
import { ForCaller } from '@fairlead/backend-routes';
import { ScorecardResults } from '../../answers/results';
import { parseRef } from './parseRef';

export function createListScorecardEntitiesAction(options: {
  actionsRegistry: ActionsRegistryService;
  scorecards: ScorecardResults<ForCaller>;
}) {
  const { actionsRegistry, scorecards } = options;
  actionsRegistry.register({
    name: 'list-scorecard-entities',
    title: 'List the entities of a scorecard',
    description:
      'Lists the catalog entities that a scorecard judges, worst first, with the level, the score and the failing checks of each.',
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: z =>
        z.object({
          scorecardRef: z
            .string()
            .describe("A scorecard, such as 'production-readiness'"),
          level: z.string().optional().describe("A level of it, or 'none'"),
          status: z
            .enum(CHECK_STATUSES as [CheckStatus, ...CheckStatus[]])
            .optional(),
          check: z
            .string()
            .optional()
            .describe('A check id: entities that do not meet it'),
          owner: z
            .string()
            .optional()
            .describe(
              "A team, 'person' for what single persons own, or 'none'",
            ),
          limit: z.number().int().min(1).max(500).default(50),
          cursor: z.string().optional(),
        }),
      output: z =>
        z.object({
          checkIds: z.array(z.string()),
          items: z.array(
            z.object({
              entityRef: z.string(),
              owner: z.string().nullable(),
              level: z.string().nullable(),
              score: z.number().nullable(),
              failing: z.array(z.string()),
            }),
          ),
          nextCursor: z.string().optional(),
          totalItems: z.number(),
        }),
    },
    action: async ({ input, credentials }) => {
      const { scorecardRef, limit, cursor, ...filter } = input;
      const { owner } = filter;
      const page = await scorecards.listEntities(
        {
          scorecardRef: parseRef(scorecardRef, { defaultKind: 'scorecard' }),
          filter: {
            ...filter,
            owner:
              owner === undefined || owner === 'none' || owner === 'person'
                ? owner
                : parseRef(owner, { defaultKind: 'group' }),
          },
          limit,
          cursor,
        },
        { credentials },
      );
      return { output: page };
    },
  });
}
