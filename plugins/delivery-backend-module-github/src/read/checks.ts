import { createPayloadReader } from '@fairlead/backstage-plugin-delivery-node';
import { z } from 'zod';
import { observationOf, SOURCE } from './observation';
import { count, instant, optional, repository } from './payload';
import { workStatusOf } from './workStatus';

const app = optional(
  z.object({ slug: optional(z.string()), name: optional(z.string()) }),
);

/** What GitHub Actions runs is told better by its own events. */
const ACTIONS = 'github-actions';

const suiteRunId = (id: number) => `check-suite-${id}`;

const suiteSchema = z.object({
  check_suite: z.object({
    id: count,
    head_sha: z.string().min(1),
    head_branch: optional(z.string()),
    status: optional(z.string()),
    conclusion: optional(z.string()),
    created_at: instant,
    updated_at: instant,
    app,
  }),
  repository,
});

/**
 * The checks of one app on one commit, as a run. GitHub opens a suite for every app on every push, also for those that
 * have nothing to check and never answer: so only a suite that is done counts. When its checks are asked for again it goes
 * on, so each event that finds it done tells one of its ends.
 */
export const checkSuiteReader = createPayloadReader(
  suiteSchema,
  ({ check_suite: suite, repository: of }) => {
    const status = workStatusOf(
      suite.status,
      suite.conclusion,
      suite.updated_at,
    );
    if (suite.app?.slug === ACTIONS || status.state !== 'completed') {
      return [];
    }
    return [
      observationOf(of.full_name, suite.updated_at, {
        kind: 'run',
        source: SOURCE,
        repo: of.full_name,
        runId: suiteRunId(suite.id),
        attempt: 1,
        workflow: suite.app?.name,
        headSha: suite.head_sha,
        branch: suite.head_branch,
        onDefaultBranch:
          of.default_branch === undefined || suite.head_branch === undefined
            ? undefined
            : suite.head_branch === of.default_branch,
        createdAt: suite.created_at,
        startedAt: suite.created_at,
        endings: status.outcome && [
          { outcome: status.outcome, at: suite.updated_at },
        ],
        status,
      }),
    ];
  },
);

const runSchema = z.object({
  check_run: z.object({
    id: count,
    name: optional(z.string()),
    head_sha: z.string().min(1),
    status: optional(z.string()),
    conclusion: optional(z.string()),
    started_at: optional(instant),
    completed_at: optional(instant),
    html_url: optional(z.string()),
    check_suite: optional(z.object({ id: optional(count) })),
    app,
  }),
  repository,
});

/** One check of an app other than GitHub Actions, as a job. */
export const checkRunReader = createPayloadReader(
  runSchema,
  ({ check_run: run, repository: of }) => {
    const at = run.completed_at ?? run.started_at;
    if (run.app?.slug === ACTIONS || !at) {
      return [];
    }
    const status = workStatusOf(run.status, run.conclusion, at);
    const hasStarted = ['in_progress', 'completed'].includes(status.state);
    const suite = run.check_suite?.id;
    return [
      observationOf(of.full_name, at, {
        kind: 'job',
        source: SOURCE,
        jobId: String(run.id),
        repo: of.full_name,
        runId: suite === undefined ? undefined : suiteRunId(suite),
        attempt: suite === undefined ? undefined : 1,
        url: run.html_url,
        name: run.name,
        workflow: run.app?.name,
        headSha: run.head_sha,
        createdAt: run.started_at,
        startedAt: hasStarted ? run.started_at : undefined,
        finishedAt: status.state === 'completed' ? run.completed_at : undefined,
        status,
      }),
    ];
  },
);
