import { DeploymentState } from '@fairlead/backstage-plugin-delivery-common';
import { createPayloadReader } from '@fairlead/backstage-plugin-delivery-node';
import { z } from 'zod';
import { observationOf, SOURCE } from './observation';
import { count, instant, optional, project } from './payload';

const schema = z.object({
  deployment_id: count,
  status: z.string(),
  status_changed_at: instant,
  environment: z.string(),
  environment_tier: optional(z.string()),
  ref: optional(z.string()),
  commit_url: optional(z.string()),
  deployable_url: optional(z.string()),
  project,
});

const STATES: Record<string, DeploymentState> = {
  created: 'queued',
  blocked: 'waiting',
  running: 'in_progress',
  success: 'success',
  failed: 'failure',
  canceled: 'cancelled',
  skipped: 'cancelled',
};

/** The whole commit stands only in its URL; `short_sha` names it for people. */
const SHA_IN_URL = /\/commit\/([0-9a-f]{40}(?:[0-9a-f]{24})?)\b/;

/** What became of a deployment. */
export const deploymentReader = createPayloadReader(schema, told => {
  const repo = told.project.path_with_namespace;
  const at = told.status_changed_at;
  const state = STATES[told.status.toLowerCase()] ?? 'unknown';
  return [
    observationOf(repo, at, {
      kind: 'deployment',
      source: SOURCE,
      repo,
      externalId: String(told.deployment_id),
      url: told.deployable_url,
      environment: told.environment,
      tier: told.environment_tier,
      sha: SHA_IN_URL.exec(told.commit_url ?? '')?.[1],
      ref: told.ref,
      trigger: state === 'waiting' ? 'approved' : undefined,
      statuses: [{ state, at }],
    }),
  ];
});

const comparisonSchema = z.object({
  comparison: z.object({
    base: z.string().min(1),
    commits: z.array(
      z.object({
        sha: z.string().min(1),
        subject: optional(z.string()),
        change_number: optional(count),
      }),
    ),
    partial: optional(z.boolean()),
  }),
  compared_deployment: z.object({ id: count, created_at: instant }),
  project,
});

/** The commits that a deployment brought. No webhook tells them: only a pull does. */
export const deploymentComparisonReader = createPayloadReader(
  comparisonSchema,
  ({ comparison, compared_deployment: told, project: of }) => [
    observationOf(of.path_with_namespace, told.created_at, {
      kind: 'deployment',
      source: SOURCE,
      repo: of.path_with_namespace,
      externalId: String(told.id),
      ranges: [
        {
          base: comparison.base,
          commits: comparison.commits.map(
            ({ sha, subject, change_number: changeNumber }) => ({
              sha,
              ...(subject !== undefined && { subject }),
              ...(changeNumber !== undefined && { changeNumber }),
            }),
          ),
          ...(comparison.partial && { partial: true }),
        },
      ],
    }),
  ],
);
