import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { ForCaller } from '@fairlead/backend-routes';
import { Preview } from '../../answers/preview';
import { parseRef } from './parseRef';

export function createPreviewScorecardAction(options: {
  actionsRegistry: ActionsRegistryService;
  preview: Preview<ForCaller>;
}) {
  const { actionsRegistry, preview } = options;
  actionsRegistry.register({
    name: 'preview-scorecard',
    title: 'Preview a scorecard',
    description:
      'Validates a scorecard written as YAML and says which entities would gain or lose which level, from the facts stored now. Stores nothing. A definition with problems is answered with them and the paths in the YAML.',
    attributes: { readOnly: true, destructive: false, idempotent: true },
    schema: {
      input: z =>
        z.object({
          scorecard: z.string().describe('The YAML of a Scorecard entity'),
          entityRefs: z
            .array(z.string())
            .max(1000)
            .optional()
            .describe('Only these entities'),
          limit: z.number().int().min(1).max(500).default(50),
          cursor: z.string().optional(),
        }),
      output: z =>
        z.object({
          problems: z.array(
            z.object({ path: z.string(), message: z.string() }),
          ),
          totals: z.object({
            before: z.record(z.number()).nullable(),
            after: z.record(z.number()),
          }),
          entities: z.array(
            z.object({
              entityRef: z.string(),
              before: z
                .object({
                  level: z.string().nullable(),
                  score: z.number().nullable(),
                })
                .nullable(),
              after: z.object({
                level: z.string().nullable(),
                score: z.number().nullable(),
                checks: z.array(
                  z.object({
                    id: z.string(),
                    status: z.string(),
                    reason: z.string(),
                  }),
                ),
              }),
            }),
          ),
          nextCursor: z.string().optional(),
        }),
    },
    action: async ({ input, credentials }) => ({
      output: await preview.run(
        {
          ...input,
          entityRefs: input.entityRefs?.map(ref => parseRef(ref)),
        },
        { credentials },
      ),
    }),
  });
}
