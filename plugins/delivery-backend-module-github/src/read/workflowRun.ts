import { createPayloadReader } from '@fairlead/backstage-plugin-delivery-node';
import { z } from 'zod';
import { observationOf, SOURCE } from './observation';
import { count, instant, optional, repository } from './payload';
import { workStatusOf } from './workStatus';

const schema = z.object({
  workflow_run: z.object({
    id: count,
    run_attempt: optional(count),
    path: optional(z.string()),
    name: optional(z.string()),
    event: optional(z.string()),
    head_sha: optional(z.string()),
    head_branch: optional(z.string()),
    status: optional(z.string()),
    conclusion: optional(z.string()),
    created_at: instant,
    run_started_at: optional(instant),
    updated_at: instant,
    html_url: optional(z.string()),
  }),
  workflow: optional(z.object({ path: optional(z.string()) })),
  repository,
});

/** The path without the branch that required workflows carry behind an `@`. */
const withoutRef = (path: string | undefined) => path?.replace(/@.*$/, '');

/** One attempt of a run of GitHub Actions. */
export const workflowRunReader = createPayloadReader(
  schema,
  ({ workflow_run: run, workflow, repository: of }) => {
    const status = workStatusOf(run.status, run.conclusion, run.updated_at);
    // The branch of a fork may have the same name.
    const isOfRequest = run.event?.startsWith('pull_request');
    const path = withoutRef(run.path || workflow?.path);
    return [
      observationOf(of.full_name, run.updated_at, {
        kind: 'run',
        source: SOURCE,
        repo: of.full_name,
        runId: String(run.id),
        attempt: run.run_attempt ?? 1,
        url: run.html_url,
        workflow: path || run.name || undefined,
        event: run.event,
        headSha: run.head_sha,
        branch: run.head_branch,
        onDefaultBranch:
          of.default_branch === undefined
            ? undefined
            : run.head_branch === of.default_branch && !isOfRequest,
        createdAt: run.created_at,
        startedAt: run.run_started_at,
        finishedAt: status.state === 'completed' ? run.updated_at : undefined,
        status,
      }),
    ];
  },
);
