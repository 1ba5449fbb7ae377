import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import {
  actionZod as z,
  ForCaller,
  OwnerRef,
  parseInput,
  registerAction,
} from '@fairlead/backend-routes';
import {
  HEALTH_PARTS,
  HealthPart,
} from '@fairlead/backstage-plugin-runbooks-common';
import { Runbooks } from '../../answers/registry';
import { healthOutput, STATES } from './healthOutput';

export function createListRunbooksAction(options: {
  actionsRegistry: ActionsRegistryService;
  runbooks: Runbooks<ForCaller>;
}) {
  const { actionsRegistry, runbooks } = options;
  registerAction(actionsRegistry, {
    name: 'list-runbooks',
    title: 'List runbooks',
    description:
      'Lists runbooks by how they stand: whether they resolve, are complete, actionable, fresh, and how far production has drifted since they were verified.',
    does: 'reads',
    input: z.object({
      part: z
        .enum([...HEALTH_PARTS] as [HealthPart, ...HealthPart[]])
        .optional()
        .describe('Alone: runbooks of which this part is not ok'),
      state: z
        .enum(STATES)
        .optional()
        .describe('Alone: runbooks of which any part stands so'),
      owner: z.string().optional().describe('A team, with the teams below it'),
      limit: z.number().int().min(1).max(500).default(50),
      cursor: z.string().optional(),
    }),
    output: z.object({
      items: z.array(
        z.object({
          id: z.string(),
          title: z.string(),
          url: z.string().optional(),
          ownerRef: z.string().optional(),
          alerts: z.array(z.string()),
          serves: z.array(z.string()).describe('The first ten'),
          health: healthOutput,
        }),
      ),
      nextCursor: z.string().optional(),
      totalItems: z.number(),
    }),
    action: async ({ input, credentials }) => {
      const { limit, cursor, owner, ...filter } = input;
      const { items, nextCursor, totalItems } = await runbooks.list(
        {
          filter: {
            ...filter,
            ...(owner && {
              owner: parseInput(OwnerRef, owner, "Input 'owner'"),
            }),
          },
          limit,
          cursor,
        },
        { credentials },
      );
      return {
        items: items.map(runbook => ({
          id: runbook.id,
          title: runbook.title,
          url: runbook.url,
          ownerRef: runbook.ownerRef,
          alerts: runbook.alerts,
          serves: runbook.serves,
          health: runbook.health,
        })),
        ...(nextCursor && { nextCursor }),
        totalItems,
      };
    },
  });
}
