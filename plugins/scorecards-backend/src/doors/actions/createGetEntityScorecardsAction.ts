import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { ForCaller, registerAction } from '@fairlead/backend-routes';
import { EntityResults } from '../../answers/results';
import { parseRef } from './parseRef';
import { EntityRefInput, z } from './schema';

export function createGetEntityScorecardsAction(options: {
  actionsRegistry: ActionsRegistryService;
  entities: EntityResults<ForCaller>;
}) {
  const { actionsRegistry, entities } = options;
  registerAction(actionsRegistry, {
    name: 'get-entity-scorecards',
    title: 'Get the scorecards of an entity',
    description:
      'Reads how a catalog entity stands with each of its scorecards: the level, the checks that lead to the next level, and for each check its status, the reason, why it matters and how to fix it.',
    does: 'reads',
    input: z.object({ entityRef: EntityRefInput }),
    output: z.object({
      entityRef: z.string(),
      evaluatedAt: z
        .string()
        .nullable()
        .describe('Null when it has not been evaluated yet'),
      awaits: z
        .enum(['scorecards', 'evaluation'])
        .optional()
        .describe(
          'While there are no results and there may be some soon: no scorecard is in force yet, or one that is new or changed has not judged all entities yet',
        ),
      scorecards: z.array(
        z.object({
          scorecardRef: z.string(),
          title: z.string(),
          level: z.string().nullable(),
          levels: z.array(z.string()).describe('Lowest first'),
          score: z.number().nullable(),
          next: z
            .object({ level: z.string(), checks: z.array(z.string()) })
            .nullable(),
          checks: z.array(
            z.object({
              id: z.string(),
              title: z.string(),
              level: z.string(),
              status: z.string(),
              since: z.string(),
              reason: z.string(),
              why: z.string().optional(),
              fix: z
                .object({
                  text: z.string().optional(),
                  url: z.string().optional(),
                  prompt: z.string().optional(),
                  verify: z.string().optional(),
                })
                .optional(),
            }),
          ),
        }),
      ),
    }),
    action: async ({ input, credentials }) => {
      const { json } = await entities.getScorecards(parseRef(input.entityRef), {
        credentials,
      });
      return JSON.parse(json);
    },
  });
}
