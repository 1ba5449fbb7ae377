import { AuditorService } from '@backstage/backend-plugin-api';
import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { InputError } from '@backstage/errors';
import { audited, parseInput, registerAction } from '@fairlead/backend-routes';
import { AuthorizedWaivers } from '../../judging/waivers/AuthorizedWaivers';
import { WaiverRequest } from '../schema/waivers';
import { asPerson } from './asPerson';
import { CheckIdInput, EntityRefInput, ScorecardRefInput, z } from './schema';

export function createRequestWaiverAction(options: {
  actionsRegistry: ActionsRegistryService;
  auditor: AuditorService;
  waivers: AuthorizedWaivers;
}) {
  const { actionsRegistry, auditor, waivers } = options;
  registerAction(actionsRegistry, {
    name: 'request-waiver',
    title: 'Ask for a waiver',
    description:
      'Asks, in the name of the person for whom it is called, that an entity be exempt from a check until a day. Asking approves nothing: people of both teams decide in the portal. Ask the person first.',
    does: 'adds',
    input: z.object({
      scorecardRef: ScorecardRefInput,
      checkId: CheckIdInput,
      entityRef: EntityRefInput,
      reason: z
        .string()
        .describe('What stands in the way, and what happens until then'),
      expiresAt: z.string().describe('ISO 8601; ahead, at most a year'),
      renews: z
        .string()
        .optional()
        .describe('The id of a waiver in force that this one is to follow'),
    }),
    output: z.object({
      id: z.string(),
      state: z.string(),
      sides: z.array(
        z.object({ side: z.string(), ownerRef: z.string().nullable() }),
      ),
    }),
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
      return audited(
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
    },
  });
}
