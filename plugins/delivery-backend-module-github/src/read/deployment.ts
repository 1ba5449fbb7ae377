import {
  DeliveryRecord,
  DeploymentKind,
  DeploymentTrigger,
  RecordFields,
} from '@fairlead/backstage-plugin-delivery-common';
import { createPayloadReader } from '@fairlead/backstage-plugin-delivery-node';
import { z } from 'zod';
import { observationOf, SOURCE } from './observation';
import { count, instant, optional, repository, runOfEvent } from './payload';

/** A deployment, in all events that tell of one. */
export const deployment = z.object({
  id: count,
  sha: z.string().min(1),
  ref: optional(z.string()),
  task: optional(z.string()),
  environment: z.string(),
  production_environment: optional(z.boolean()),
  transient_environment: optional(z.boolean()),
  created_at: instant,
});

const KINDS: readonly DeploymentKind[] = ['rollback', 'hotfix', 'redeploy'];

/** Events of runs that a person sets off by hand. */
const BY_HAND = ['workflow_dispatch', 'repository_dispatch'];

/** How a deployment was set off; undefined where no run tells. */
export function triggerOf(event?: string): DeploymentTrigger | undefined {
  if (event === undefined) {
    return undefined;
  }
  return BY_HAND.includes(event) ? 'manual' : 'automatic';
}

/** What every event about a deployment tells of it. */
export function deploymentFields(
  repo: string,
  told: z.output<typeof deployment>,
): Extract<RecordFields<DeliveryRecord>, { kind: 'deployment' }> {
  return {
    kind: 'deployment',
    source: SOURCE,
    repo,
    externalId: String(told.id),
    environment: told.environment,
    productionEnvironment: told.production_environment,
    // Review apps and the like: gone after the review.
    tier: told.transient_environment ? 'development' : undefined,
    sha: told.sha,
    ref: told.ref,
    createdAt: told.created_at,
    // The task is free text; whoever writes `deploy:rollback` says what it is for.
    deploymentKind: KINDS.find(kind => told.task?.toLowerCase().includes(kind)),
  };
}

const schema = z.object({
  deployment,
  workflow_run: runOfEvent,
  repository,
});

/** That a deployment was asked for. */
export const deploymentReader = createPayloadReader(
  schema,
  ({
    deployment: told,
    workflow_run: run,
    repository: { full_name: repo },
  }) => [
    observationOf(repo, told.created_at, {
      ...deploymentFields(repo, told),
      url: run?.html_url,
      runId: run && String(run.id),
      trigger: triggerOf(run?.event),
    }),
  ],
);
