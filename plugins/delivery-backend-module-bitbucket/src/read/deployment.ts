import { DeploymentState } from '@fairlead/backstage-plugin-delivery-common';
import {
  createPayloadReader,
  payloadInstantSchema as instant,
} from '@fairlead/backstage-plugin-delivery-node';
import { z } from 'zod';
import { observationOf, SOURCE } from './observation';
import { named, optional, repository, wholeHash } from './payload';

const schema = z.object({
  deployment: z.object({
    uuid: z.string().min(1),
    state: z.object({
      name: z.string(),
      status: named,
      url: optional(z.string()),
      started_on: optional(instant),
      completed_on: optional(instant),
    }),
    release: optional(
      z.object({ created_on: optional(instant), commit: wholeHash }),
    ),
  }),
  environment: z.object({ name: z.string().min(1), environment_type: named }),
  repository,
});

const ENDS: Record<string, DeploymentState> = {
  SUCCESSFUL: 'success',
  FAILED: 'failure',
  STOPPED: 'cancelled',
};

/** What became of a step that deploys. No webhook tells it: only a pull does. */
export const deploymentReader = createPayloadReader(
  schema,
  ({ deployment: told, environment, repository: of }) => {
    const { release, state } = told;
    const end = ENDS[state.status?.name ?? ''] ?? 'unknown';
    const statuses = [
      ...(state.started_on
        ? [{ state: 'in_progress' as const, at: state.started_on }]
        : []),
      ...(state.name === 'COMPLETED' && state.completed_on
        ? [{ state: end, at: state.completed_on }]
        : []),
    ];
    const at = statuses.at(-1)?.at ?? release?.created_on;
    return at === undefined
      ? []
      : [
          observationOf(of.full_name, at, {
            kind: 'deployment',
            source: SOURCE,
            repo: of.full_name,
            externalId: told.uuid,
            url: state.url,
            environment: environment.name,
            tier: environment.environment_type?.name?.toLowerCase(),
            sha: release?.commit?.hash,
            createdAt: release?.created_on,
            statuses,
          }),
        ];
  },
);
