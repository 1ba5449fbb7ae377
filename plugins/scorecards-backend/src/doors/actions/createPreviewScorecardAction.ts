import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { ForCaller, registerAction } from '@fairlead/backend-routes';
import { Preview } from '../../answers/preview';
import { parseRef } from './parseRef';
import { PagingInput, z } from './schema';

const Standing = z.object({
  level: z.string().nullable(),
  score: z.number().nullable(),
});

export function createPreviewScorecardAction(options: {
  actionsRegistry: ActionsRegistryService;
  preview: Preview<ForCaller>;
}) {
  const { actionsRegistry, preview } = options;
  registerAction(actionsRegistry, {
    name: 'preview-scorecard',
    title: 'Preview a scorecard',
    description:
      'Validates a scorecard written as YAML and says which entities would gain or lose which level, from the facts stored now. Stores nothing. A definition with problems is answered with them and the paths in the YAML.',
    does: 'reads',
    input: PagingInput.extend({
      scorecard: z.string().describe('The YAML of a Scorecard entity'),
      entityRefs: z
        .array(z.string())
        .max(1000)
        .optional()
        .describe('Only these entities'),
    }),
    output: z.object({
      problems: z.array(z.object({ path: z.string(), message: z.string() })),
      totals: z.object({
        before: z.record(z.number()).nullable(),
        after: z.record(z.number()),
      }),
      entities: z.array(
        z.object({
          entityRef: z.string(),
          before: Standing.nullable(),
          after: Standing.extend({
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
    action: async ({ input, credentials }) =>
      preview.run(
        {
          ...input,
          entityRefs: input.entityRefs?.map(ref => parseRef(ref)),
        },
        { credentials },
      ),
  });
}
