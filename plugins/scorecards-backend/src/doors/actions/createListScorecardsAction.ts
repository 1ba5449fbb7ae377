import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { ForCaller, registerAction } from '@fairlead/backend-routes';
import { ScorecardResults } from '../../answers/results';
import { PagingInput, PagingOutput, z } from './schema';

export function createListScorecardsAction(options: {
  actionsRegistry: ActionsRegistryService;
  scorecards: ScorecardResults<ForCaller>;
}) {
  const { actionsRegistry, scorecards } = options;
  registerAction(actionsRegistry, {
    name: 'list-scorecards',
    title: 'List the scorecards',
    description:
      'Lists the scorecards with their owners, levels and checks, and how many catalog entities stand at each level.',
    does: 'reads',
    input: PagingInput,
    output: PagingOutput.extend({
      items: z.array(
        z.object({
          scorecardRef: z.string(),
          title: z.string(),
          description: z.string().optional(),
          owner: z.string(),
          levels: z.array(z.string()).describe('Lowest first'),
          checks: z.array(
            z.object({ id: z.string(), title: z.string(), level: z.string() }),
          ),
          totals: z.object({
            entities: z.number(),
            levels: z
              .record(z.number())
              .describe("By level; 'none' counts those below the first"),
          }),
        }),
      ),
    }),
    action: async ({ input, credentials }) =>
      scorecards.list(input, { credentials }),
  });
}
