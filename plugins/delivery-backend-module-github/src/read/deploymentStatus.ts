import { DeploymentState } from '@fairlead/backstage-plugin-delivery-common';
import { createPayloadReader } from '@fairlead/backstage-plugin-delivery-node';
import { z } from 'zod';
import { deployment, deploymentFields, triggerOf } from './deployment';
import { observationOf } from './observation';
import { instant, optional, repository, runOfEvent } from './payload';

const schema = z.object({
  deployment_status: z.object({
    state: z.string(),
    created_at: instant,
    log_url: optional(z.string()),
    target_url: optional(z.string()),
  }),
  deployment,
  workflow_run: runOfEvent,
  check_run: optional(z.object({ conclusion: optional(z.string()) })),
  repository,
});

const STATES: Record<string, DeploymentState> = {
  pending: 'queued',
  queued: 'queued',
  waiting: 'waiting',
  in_progress: 'in_progress',
  success: 'success',
  failure: 'failure',
  error: 'failure',
};

/** A job that was called off or ran too long is a failure to GitHub; the check run tells. */
const ENDINGS: Record<string, DeploymentState> = {
  cancelled: 'cancelled',
  timed_out: 'timedOut',
};

function stateOf(word: string, conclusion: string | undefined) {
  const state = STATES[word.toLowerCase()] ?? 'unknown';
  return state === 'failure'
    ? ENDINGS[(conclusion ?? '').toLowerCase()] ?? state
    : state;
}

/**
 * What became of a deployment. That it turned `inactive` only says that a later one took its place, often days
 * afterwards; nothing is read from that.
 */
export const deploymentStatusReader = createPayloadReader(schema, payload => {
  const { deployment_status: status, workflow_run: run, check_run } = payload;
  const repo = payload.repository.full_name;
  if (status.state.toLowerCase() === 'inactive') {
    return [];
  }
  const state = stateOf(status.state, check_run?.conclusion);
  const byHand = triggerOf(run?.event) === 'manual';
  return [
    observationOf(repo, status.created_at, {
      ...deploymentFields(repo, payload.deployment),
      url: status.log_url || status.target_url || run?.html_url || undefined,
      runId: run && String(run.id),
      // Even without a run, `waiting` means that an approval was needed.
      trigger: state === 'waiting' && !byHand ? 'approved' : undefined,
      statuses: [{ state, at: status.created_at }],
    }),
  ];
});
