import { AuditorService } from '@backstage/backend-plugin-api';
import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { InputError } from '@backstage/errors';
import { audited, parseInput, registerAction } from '@fairlead/backend-routes';
import { AuthorizedFacts } from '../../intake/facts/AuthorizedFacts';
import { FactsRequest } from '../schema/facts';
import { EntityRefInput, z } from './schema';

export function createReportFactAction(options: {
  actionsRegistry: ActionsRegistryService;
  auditor: AuditorService;
  facts: AuthorizedFacts;
}) {
  const { actionsRegistry, auditor, facts } = options;
  registerAction(actionsRegistry, {
    name: 'report-fact',
    title: 'Report facts of an entity',
    description:
      'Reports what was observed of a catalog entity: typed values by fact id, which scorecards may have rules on. They take the place of older ones. Report what you measured, never what you suppose, and only as a source that the portal lets the caller send as.',
    does: 'replaces',
    input: z.object({
      entityRef: EntityRefInput,
      source: z
        .string()
        .describe("Who observed it, such as 'coverage' or 'manual'"),
      values: z
        .record(
          z.union([z.boolean(), z.number(), z.string(), z.array(z.string())]),
        )
        .describe("By fact id, such as { 'tests.coverage.line': 81.5 }"),
      observedAt: z.string().optional().describe('ISO 8601; now when left out'),
    }),
    output: z.object({ entityRef: z.string(), accepted: z.boolean() }),
    action: async ({ input, credentials }) => {
      const { facts: entries } = parseInput(
        FactsRequest,
        { facts: [input] },
        'Input',
      );
      const { rejected } = await audited(
        auditor,
        {
          eventId: 'fact-create',
          severityLevel: 'low',
          meta: { entries: entries.length },
        },
        () => facts.put(entries, { credentials }),
      );
      if (rejected.length > 0) {
        throw new InputError(rejected[0].reason);
      }
      return { entityRef: input.entityRef, accepted: true };
    },
  });
}
