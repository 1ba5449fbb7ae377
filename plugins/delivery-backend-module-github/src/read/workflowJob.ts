import { createPayloadReader } from '@fairlead/backstage-plugin-delivery-node';
import { z } from 'zod';
import { observationOf, SOURCE } from './observation';
import { count, instant, optional, repository } from './payload';
import { workStatusOf } from './workStatus';

const job = z.object({
  id: count,
  run_id: count,
  run_attempt: optional(count),
  name: optional(z.string()),
  workflow_name: optional(z.string()),
  head_sha: optional(z.string()),
  status: z.string(),
  conclusion: optional(z.string()),
  created_at: optional(instant),
  started_at: optional(instant),
  completed_at: optional(instant),
  html_url: optional(z.string()),
  labels: optional(z.array(z.string())),
  runner_id: optional(z.number()),
  steps: optional(z.array(z.object({ started_at: optional(instant) }))),
});

const schema = z.object({
  action: z.string(),
  workflow_job: job,
  repository,
});

/**
 * When a job first ran. Before a machine took it, and if none ever did, `started_at` repeats another time: it says
 * nothing then.
 */
function startedAtOf(told: z.output<typeof job>, state: string) {
  const steps = (told.steps ?? []).flatMap(step => step.started_at ?? []);
  const hasRun = state === 'in_progress' || steps.length > 0 || told.runner_id;
  if (!hasRun || !['in_progress', 'completed'].includes(state)) {
    return undefined;
  }
  return [told.started_at, ...steps]
    .filter(at => at !== undefined)
    .filter(at => at >= (told.created_at ?? ''))
    .sort()[0];
}

/** One job of one attempt. */
export const workflowJobReader = createPayloadReader(
  schema,
  ({ action, workflow_job: told, repository: of }) => {
    // A job can be sent as `queued` while its status is already `waiting`.
    const word = action === 'waiting' ? 'waiting' : told.status;
    const { state } = workStatusOf(word, undefined, '');
    const isDone = state === 'completed';
    const startedAt = startedAtOf(told, state);
    const at =
      (isDone ? told.completed_at : undefined) ??
      startedAt ??
      told.created_at ??
      told.started_at;
    if (!at) {
      return [];
    }
    return [
      observationOf(of.full_name, at, {
        kind: 'job',
        source: SOURCE,
        jobId: String(told.id),
        repo: of.full_name,
        runId: String(told.run_id),
        attempt: told.run_attempt ?? 1,
        url: told.html_url,
        name: told.name,
        workflow: told.workflow_name,
        headSha: told.head_sha,
        createdAt: told.created_at,
        waitingSince: state === 'waiting' ? [at] : undefined,
        startedAt,
        finishedAt: isDone ? told.completed_at : undefined,
        status: workStatusOf(word, told.conclusion, at),
        runnerLabels: told.labels,
      }),
    ];
  },
);
