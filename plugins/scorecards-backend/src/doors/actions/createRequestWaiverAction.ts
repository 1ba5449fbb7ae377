import { AuditorService } from '@backstage/backend-plugin-api';
import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { InputError } from '@backstage/errors';
import { audited, parseInput } from '@fairlead/backend-routes';
import { AuthorizedWaivers } from '../../judging/waivers/AuthorizedWaivers';
import { WaiverRequest } from '../schema/waivers';
import { asPerson } from './asPerson';

export function createRequestWaiverAction(options: {
  actionsRegistry: ActionsRegistryService;
  auditor: AuditorService;
  waivers: AuthorizedWaivers;
}) {
  const { actionsRegistry, auditor, waivers } = options;
  actionsRegistry.register({
    name: 'request-waiver',
    title: 'Ask for a waiver',
    description:
      'Asks, in the name of the person for whom it is called, that an entity be exempt from a check until a day. Asking approves nothing: people of both teams decide in the portal. Ask the person first.',
    attributes: { readOnly: false, destructive: false, idempotent: false },
    schema: {
      input: z =>
        z.object({
          scorecardRef: z
            .string()
            .describe("A scorecard, such as 'production-readiness'"),
          checkId: z.string(),
          entityRef: z
            .string()
            .describe("An entity ref, such as 'component:default/checkout'"),
          reason: z
            .string()
            .describe('What stands in the way, and what happens until then'),
          expiresAt: z.string().describe('ISO 8601; ahead, at most a year'),
          renews: z
            .string()
            .optional()
            .describe('The id of a waiver in force that this one is to follow'),
        }),
      output: z =>
        z.object({
          id: z.string(),
          state: z.string(),
          sides: z.array(
            z.object({ side: z.string(), ownerRef: z.string().nullable() }),
          ),
        }),
    },
    action: async ({ input, credentials }) => {
      const caller = asPerson(credentials);
      const {
        entityRef,
        entityRefs: _,
        ...request
      } = parseInput(WaiverRequest, input, 'Input');
      if (entityRef === undefined) {
        throw new InputError(`Input takes 'entityRef'`);
      }
      const waiver = await audited(
        auditor,
        {
          eventId: 'waiver-create',
          severityLevel: 'medium',
          meta: {
            scorecardRef: request.scorecardRef,
            checkId: request.checkId,
            entityRef,
          },
        },
        () => waivers.request({ ...request, entityRef }, caller),
      );
      return { output: waiver };
    },
  });
}
