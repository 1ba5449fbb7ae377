import { createPayloadReader } from '@fairlead/backstage-plugin-delivery-node';
import { z } from 'zod';
import { deployment } from './deployment';
import { observationOf, SOURCE } from './observation';
import { optional, repository } from './payload';

const schema = z.object({
  action: z.string(),
  environment: z.string().min(1),
  deployment_callback_url: optional(z.string()),
  deployment: optional(deployment),
  repository,
});

const RUN_IN_URL = /\/actions\/runs\/(\d+)\//;

/** That an app has to say yes before a job may deploy. What it said is told by no event: a pull finds out. */
export const deploymentProtectionRuleReader = createPayloadReader(
  schema,
  ({ action, environment, deployment: told, ...payload }) => {
    const repo = payload.repository.full_name;
    const runId = RUN_IN_URL.exec(payload.deployment_callback_url ?? '')?.[1];
    if (action !== 'requested' || !told || !runId) {
      return [];
    }
    return [
      observationOf(repo, told.created_at, {
        kind: 'approval',
        source: SOURCE,
        approvalId: `${runId}/${environment}`,
        repo,
        runId,
        environment,
        deploymentId: String(told.id),
        sha: told.sha,
        requestedAt: told.created_at,
        status: { decision: 'pending', at: told.created_at },
      }),
    ];
  },
);
