import { actionZod as z } from '@fairlead/backend-routes';
import {
  HEALTH_PARTS,
  HEALTH_STATES,
  HealthState,
} from '@fairlead/backstage-plugin-runbooks-common';

/** The states of a part, as actions know them. */
export const STATES = [...HEALTH_STATES] as [HealthState, ...HealthState[]];

const part = z.object({
  state: z.enum(STATES),
  reason: z.string().optional().describe('With what would mend it'),
  at: z.string().optional(),
  value: z.number().optional(),
});

/** The health of a runbook, part by part. */
export const healthOutput = z
  .object({
    resolves: part,
    complete: part,
    actionable: part,
    fresh: part,
    drift: part,
  })
  .describe(`By part: ${HEALTH_PARTS.join(', ')}`);
