import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import {
  ForCaller,
  parseInput,
  registerAction,
} from '@fairlead/backend-routes';
import { readGate } from '../../answers/gate';
import { EntityResults, ScorecardResults } from '../../answers/results';
import { GateRequestSchema } from '../schema/gate';
import { CheckIdInput, EntityRefInput, ScorecardRefInput, z } from './schema';

const Holds = z
  .boolean()
  .nullable()
  .describe('Null when it is not known, which is never a pass');

export function createCheckGateAction(options: {
  actionsRegistry: ActionsRegistryService;
  entities: EntityResults<ForCaller>;
  scorecards: ScorecardResults<ForCaller>;
}) {
  registerAction(options.actionsRegistry, {
    name: 'check-gate',
    title: 'Check whether entities hold a level or checks',
    description:
      'Says whether catalog entities hold a level of a scorecard, or certain checks of it, and what is missing: true, false, or null when it is not known. Go on only on true.',
    does: 'reads',
    input: z.object({
      entityRefs: z.array(EntityRefInput).min(1).max(50),
      scorecardRef: ScorecardRefInput,
      level: z.string().optional().describe('The level that each is to hold'),
      checks: z
        .array(CheckIdInput)
        .optional()
        .describe('The checks that each is to hold'),
    }),
    output: z.object({
      scorecardRef: z.string(),
      holds: Holds,
      entities: z.array(
        z.object({
          entityRef: z.string(),
          holds: Holds,
          reason: z.string(),
          missing: z.array(
            z.object({
              checkId: z.string(),
              title: z.string(),
              level: z.string(),
              status: z.string(),
              reason: z.string(),
            }),
          ),
        }),
      ),
    }),
    action: async ({ input, credentials }) =>
      readGate(parseInput(GateRequestSchema, input, 'Input'), {
        ...options,
        caller: { credentials },
      }),
  });
}
