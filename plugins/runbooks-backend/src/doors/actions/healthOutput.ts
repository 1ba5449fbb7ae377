import {
  HEALTH_PARTS,
  HEALTH_STATES,
  HealthState,
} from '@fairlead/backstage-plugin-runbooks-common';
import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';

type Zod = Parameters<
  NonNullable<
    Parameters<ActionsRegistryService['register']>[0]['schema']['output']
  >
>[0];

/** The states of a part, as actions know them. */
export const STATES = [...HEALTH_STATES] as [HealthState, ...HealthState[]];

/** The health of a runbook, part by part. */
export function healthOutput(z: Zod) {
  const part = z.object({
    state: z.enum(STATES),
    reason: z.string().optional().describe('With what would mend it'),
    at: z.string().optional(),
    value: z.number().optional(),
  });
  return z
    .object({
      resolves: part,
      complete: part,
      actionable: part,
      fresh: part,
      drift: part,
    })
    .describe(`By part: ${HEALTH_PARTS.join(', ')}`);
}
