import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import {
  CHECK_STATUSES,
  CheckStatus,
} from '@fairlead/backstage-plugin-scorecards-common';
import { ForCaller, registerAction } from '@fairlead/backend-routes';
import { ScorecardResults } from '../../answers/results';
import { parseRef } from './parseRef';
import { PagingInput, PagingOutput, ScorecardRefInput, z } from './schema';

export function createListScorecardEntitiesAction(options: {
  actionsRegistry: ActionsRegistryService;
  scorecards: ScorecardResults<ForCaller>;
}) {
  const { actionsRegistry, scorecards } = options;
  registerAction(actionsRegistry, {
    name: 'list-scorecard-entities',
    title: 'List the entities of a scorecard',
    description:
      'Lists the catalog entities that a scorecard judges, worst first, with the level, the score and the failing checks of each.',
    does: 'reads',
    input: PagingInput.extend({
      scorecardRef: ScorecardRefInput,
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
        .describe("A team, 'person' for what single persons own, or 'none'"),
    }),
    output: PagingOutput.extend({
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
    }),
    action: async ({ input, credentials }) => {
      const { scorecardRef, limit, cursor, ...filter } = input;
      const { owner } = filter;
      return scorecards.listEntities(
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
    },
  });
}
