import {
  createPayloadReader,
  ReadContext,
} from '@fairlead/backstage-plugin-delivery-node';
import { z } from 'zod';
import { observationOf, SOURCE } from './observation';
import { actor, count, instant, optional, repository } from './payload';
import { personsOf } from './people';
import { workStatusOf } from './workStatus';

const schema = z.object({
  workflow_run: z.object({
    id: count,
    run_attempt: optional(count),
    actor,
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

type Payload = z.output<typeof schema>;

/** The path without the ref that some carry behind an `@`. */
const withoutRef = (path: string | undefined) => path?.replace(/@.*$/, '');

/** Whether it runs on a tag. GitHub gives a tag as the branch, and seldom says so. */
function isOnTag({ event, path = '' }: Payload['workflow_run']) {
  const [, kind] = /@refs\/(heads|tags)\//.exec(path) ?? [];
  if (kind || event === 'release') {
    return kind !== 'heads';
  }
  return event?.startsWith('pull_request') ? false : undefined;
}

/** Who started the run. Nobody started a scheduled one, though GitHub names the last editor of its schedule. */
function startedBy(
  { actor: by, event }: Payload['workflow_run'],
  context: ReadContext,
) {
  return event === 'schedule' ? undefined : personsOf([by], context)?.[0];
}

/** Whether it runs on the default branch. The branch of a request from a fork may have the same name. */
function isOnDefaultBranch({ repository: of, workflow_run: run }: Payload) {
  return of.default_branch === undefined || run.head_branch === undefined
    ? undefined
    : run.head_branch === of.default_branch &&
        !run.event?.startsWith('pull_request');
}

/** One attempt of a run of GitHub Actions. A person who only asked for another attempt did not start the run. */
export const workflowRunReader = createPayloadReader(
  schema,
  (payload, context) => {
    const { workflow_run: run, workflow, repository: of } = payload;
    const status = workStatusOf(run.status, run.conclusion, run.updated_at);
    const path = withoutRef(run.path || workflow?.path);
    return [
      observationOf(of.full_name, run.updated_at, {
        kind: 'run',
        source: SOURCE,
        repo: of.full_name,
        runId: String(run.id),
        attempt: run.run_attempt ?? 1,
        url: run.html_url,
        startedBy: startedBy(run, context),
        workflow: path || run.name || undefined,
        event: run.event,
        headSha: run.head_sha,
        branch: run.head_branch,
        onDefaultBranch: isOnDefaultBranch(payload),
        onTag: isOnTag(run),
        createdAt: run.created_at,
        startedAt: run.run_started_at,
        finishedAt: status.state === 'completed' ? run.updated_at : undefined,
        status,
      }),
    ];
  },
);
