import { JsonObject } from '@backstage/types';
import { DemoDelivery } from '../DemoDelivery';
import { isNewAt } from '../crew';
import { Detail } from '../Detail';
import { idOf } from '../ids';
import { Repository } from '../Repository';
import {
  RepositoryHistory,
  SimulatedChange,
  SimulatedDeployment,
  SimulatedJob,
  SimulatedRun,
} from '../simulate';
import { seconds } from './text';

const BUILD = { name: 'build', path: '.github/workflows/build.yml' };
const WATCH = { name: 'watch', path: '.github/workflows/watch.yml' };

const userOf = (login: string) => ({
  login,
  id: idOf('github', login),
  type: login.endsWith('[bot]') ? 'Bot' : 'User',
});

/** Writes what GitHub sends. */
class GithubWriter {
  readonly #url: string;
  readonly #repository: JsonObject;
  readonly #deliveries: DemoDelivery[] = [];

  constructor({ slug }: Repository) {
    const [owner, name] = slug.split('/');
    this.#url = `https://github.com/${slug}`;
    this.#repository = {
      id: idOf('github', slug),
      name,
      full_name: slug,
      private: true,
      html_url: this.#url,
      default_branch: 'main',
      owner: { login: owner, id: idOf('github', owner), type: 'Organization' },
    };
  }

  get deliveries(): DemoDelivery[] {
    return this.#deliveries;
  }

  #send(at: number, event: string, body: JsonObject): void {
    this.#deliveries.push({
      at,
      door: 'github',
      event,
      body: { ...body, repository: this.#repository },
    });
  }

  #pullRequest(change: SimulatedChange, at: number): JsonObject {
    const isMerged = change.mergedAt !== undefined && change.mergedAt <= at;
    const closedAt = isMerged ? change.mergedAt : change.closedAt;
    const isClosed = closedAt !== undefined && closedAt <= at;
    const pushed = change.pushes.filter(push => push.at <= at);
    return {
      id: idOf(this.#url, change.number),
      number: change.number,
      html_url: `${this.#url}/pull/${change.number}`,
      state: isClosed ? 'closed' : 'open',
      title: change.title,
      user: userOf(change.author),
      draft: false,
      labels: change.labels.map(name => ({ name })),
      created_at: seconds(change.openedAt),
      updated_at: seconds(at),
      closed_at: isClosed ? seconds(closedAt) : null,
      merged_at: isMerged && change.mergedAt ? seconds(change.mergedAt) : null,
      merged: isMerged,
      merge_commit_sha: isMerged ? change.mergeSha ?? null : null,
      commits: pushed.length,
      changed_files: 1 + (change.number % 9),
      head: {
        ref: change.branch,
        sha: pushed[pushed.length - 1].sha,
      },
      base: { ref: 'main' },
    };
  }

  change(change: SimulatedChange, detail: Detail): void {
    const isFull = detail === 'full';
    const tell = (action: string, at: number, more: JsonObject = {}) =>
      this.#send(at, 'pull_request', {
        action,
        number: change.number,
        pull_request: this.#pullRequest(change, at),
        sender: userOf(change.author),
        ...more,
      });
    if (isFull || !(change.mergedAt ?? change.closedAt)) {
      tell('opened', change.openedAt);
    }
    if (isFull) {
      change.pushes.slice(1).forEach((push, i) =>
        tell('synchronize', push.at, {
          before: change.pushes[i].sha,
          after: push.sha,
        }),
      );
    }
    for (const review of detail === 'ends' ? [] : change.reviews) {
      this.#send(review.at, 'pull_request_review', {
        action: 'submitted',
        review: {
          id: review.id,
          user: userOf(review.by),
          state: review.state,
          submitted_at: seconds(review.at),
          commit_id: review.sha,
          html_url: `${this.#url}/pull/${change.number}#pullrequestreview-${
            review.id
          }`,
        },
        pull_request: this.#pullRequest(change, review.at),
        sender: userOf(review.by),
      });
    }
    if (change.queuedAt !== undefined) {
      const { mergedAt = change.queuedAt } = change;
      tell('enqueued', change.queuedAt);
      tell('dequeued', mergedAt - 1000, { reason: 'MERGE' });
    }
    const closedAt = change.mergedAt ?? change.closedAt;
    if (closedAt !== undefined) {
      tell('closed', closedAt);
    }
  }

  /** `by` is whoever set it off; none of a run by the clock. */
  run(run: SimulatedRun, detail: Detail, by?: string): void {
    const isFull = detail === 'full';
    const workflow = run.event === 'schedule' ? WATCH : BUILD;
    const runUrl = `${this.#url}/actions/runs/${run.id}`;
    const tell = (
      action: string,
      at: number,
      more: { status: string; conclusion: string | null },
    ) =>
      this.#send(at, 'workflow_run', {
        action,
        workflow_run: {
          id: run.id,
          ...workflow,
          run_attempt: run.attempt,
          event: run.event,
          head_sha: run.sha,
          head_branch: run.branch,
          html_url: runUrl,
          created_at: seconds(run.createdAt),
          run_started_at: seconds(run.startedAt),
          updated_at: seconds(at),
          pull_requests: [],
          actor: by ? userOf(by) : null,
          previous_attempt_url:
            run.attempt > 1 ? `${runUrl}/attempts/${run.attempt - 1}` : null,
          ...more,
        },
        workflow,
      });
    if (isFull) {
      tell('requested', run.createdAt, { status: 'queued', conclusion: null });
    }
    // For runs on the default branch the run event is enough; jobs are not sent.
    const hasJobs =
      isFull || (detail === 'finished' && run.event === 'pull_request');
    (hasJobs ? run.jobs : []).forEach(job => this.#job(run, job, isFull));
    tell('completed', run.finishedAt, {
      status: 'completed',
      conclusion: run.outcome,
    });
  }

  #job(run: SimulatedRun, job: SimulatedJob, isFull: boolean): void {
    const tell = (
      action: string,
      at: number,
      more: { started_at: string; completed_at: string | null },
    ) =>
      this.#send(at, 'workflow_job', {
        action,
        workflow_job: {
          id: job.id,
          run_id: run.id,
          run_attempt: run.attempt,
          workflow_name: BUILD.name,
          name: job.name,
          head_sha: run.sha,
          head_branch: run.branch,
          html_url: `${this.#url}/actions/runs/${run.id}/job/${job.id}`,
          status: action,
          conclusion: action === 'completed' ? job.outcome : null,
          created_at: seconds(job.createdAt),
          labels: ['ubuntu-latest'],
          runner_id: action === 'queued' ? null : (job.id % 40) + 1,
          steps:
            action === 'queued'
              ? []
              : [{ name: 'Set up job', started_at: seconds(job.startedAt) }],
          ...more,
        },
      });
    if (isFull) {
      // While a job is queued GitHub gives the time of its creation as that of its start.
      tell('queued', job.createdAt, {
        started_at: seconds(job.createdAt),
        completed_at: null,
      });
    }
    tell('completed', job.finishedAt, {
      started_at: seconds(job.startedAt),
      completed_at: seconds(job.finishedAt),
    });
  }

  deployment(deployment: SimulatedDeployment, detail: Detail): void {
    const { approval, environment, statuses } = deployment;
    const isFull = detail === 'full';
    const runId = idOf(this.#url, 'deploy-run', deployment.id);
    const described = {
      id: deployment.id,
      sha: deployment.sha,
      ref: deployment.ref,
      task: deployment.kind === 'rollback' ? 'deploy:rollback' : 'deploy',
      environment,
      original_environment: environment,
      production_environment: environment === 'production',
      transient_environment: false,
      created_at: seconds(deployment.createdAt),
      updated_at: seconds(statuses[statuses.length - 1].at),
      payload: {},
      creator: userOf(
        deployment.manual ? 'release-desk' : 'github-actions[bot]',
      ),
    };
    const workflowRun = {
      id: runId,
      run_attempt: 1,
      event: deployment.manual ? 'workflow_dispatch' : 'push',
      head_sha: deployment.sha,
      path: '.github/workflows/deploy.yml',
    };
    if (isFull) {
      this.#send(deployment.createdAt, 'deployment', {
        action: 'created',
        deployment: described,
        workflow_run: workflowRun,
      });
    }
    if (approval) {
      const base = {
        environment,
        workflow_run: workflowRun,
        since: seconds(approval.requestedAt),
      };
      this.#send(approval.requestedAt, 'deployment_review', {
        ...base,
        action: 'requested',
        reviewers: [{ type: 'Team', reviewer: { name: 'release-desk' } }],
      });
      this.#send(approval.decidedAt, 'deployment_review', {
        ...base,
        action: 'approved',
        since: seconds(approval.decidedAt),
      });
    }
    for (const status of isFull ? statuses : statuses.slice(-1)) {
      this.#send(status.at, 'deployment_status', {
        action: 'created',
        deployment_status: {
          id: status.id,
          state: status.state,
          environment,
          created_at: seconds(status.at),
          target_url: `${this.#url}/actions/runs/${runId}`,
        },
        deployment: described,
        workflow_run: workflowRun,
      });
    }
  }
}

/** What GitHub sends of a repository. */
export function writeGithub(
  repository: Repository,
  history: RepositoryHistory,
  detailAt: (time: number) => Detail,
): DemoDelivery[] {
  const writer = new GithubWriter(repository);
  for (const change of history.changes) {
    const told = detailAt(change.openedAt);
    // The first steps of somebody are told, however long ago they were.
    const isFirst = isNewAt(repository, change.author, change.openedAt);
    const detail = told === 'ends' && isFirst ? 'runs' : told;
    writer.change(change, detail);
    if (detail !== 'ends') {
      change.runs.forEach(run => writer.run(run, detail, change.author));
    }
  }
  for (const run of history.trunkRuns) {
    const detail = detailAt(run.createdAt);
    if (detail !== 'ends') {
      writer.run(run, detail);
    }
  }
  for (const run of history.watchRuns) {
    if (detailAt(run.createdAt) === 'full') {
      writer.run(run, 'ends');
    }
  }
  for (const deployment of history.deployments) {
    writer.deployment(deployment, detailAt(deployment.createdAt));
  }
  return writer.deliveries;
}
