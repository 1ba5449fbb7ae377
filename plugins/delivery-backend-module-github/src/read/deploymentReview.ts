import { ApprovalDecision } from '@fairlead/backstage-plugin-delivery-common';
import { createPayloadReader } from '@fairlead/backstage-plugin-delivery-node';
import { z } from 'zod';
import { observationOf, SOURCE } from './observation';
import { instant, optional, repository, runOfEvent } from './payload';

const jobRun = z.object({
  environment: optional(z.string()),
  updated_at: optional(instant),
});

const schema = z.object({
  action: z.string(),
  since: instant,
  environment: optional(z.string()),
  workflow_run: runOfEvent,
  workflow_job_run: optional(jobRun),
  workflow_job_runs: optional(z.array(jobRun)),
  reviewers: optional(
    z.array(
      z.object({
        type: z.string(),
        reviewer: optional(z.object({ name: optional(z.string()) })),
      }),
    ),
  ),
  repository,
});

const DECISIONS: Record<string, ApprovalDecision> = {
  requested: 'pending',
  approved: 'approved',
  rejected: 'rejected',
};

/**
 * That somebody has to say yes before a job may deploy, and what they said. One approval for each environment of a
 * run.
 */
export const deploymentReviewReader = createPayloadReader(schema, payload => {
  const { since, workflow_run: run, repository: of } = payload;
  const decision = DECISIONS[payload.action];
  if (!run || !decision) {
    return [];
  }
  const jobs = [payload.workflow_job_run, payload.workflow_job_runs]
    .flat()
    .filter(job => job !== undefined);
  const environments = new Set(
    [payload.environment, ...jobs.map(job => job.environment)].filter(Boolean),
  );
  // `since` is the time of the request; the decision itself is dated only by what it moved.
  const moved = [since, run.updated_at, ...jobs.map(job => job.updated_at)];
  const at =
    decision === 'pending'
      ? since
      : (moved.filter(Boolean).sort().at(-1) as string);
  const team = payload.reviewers?.find(({ type }) => type === 'Team');
  return Array.from(environments, environment =>
    observationOf(of.full_name, at, {
      kind: 'approval',
      source: SOURCE,
      approvalId: `${run.id}/${environment}`,
      url: run.html_url,
      repo: of.full_name,
      runId: String(run.id),
      environment,
      sha: run.head_sha,
      requestedAt: since,
      decidedAt: decision === 'pending' ? undefined : at,
      status: { decision, at },
      group: team?.reviewer?.name,
    }),
  );
});
