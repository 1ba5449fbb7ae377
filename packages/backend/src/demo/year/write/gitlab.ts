import { JsonObject } from '@backstage/types';
import { DemoDelivery } from '../DemoDelivery';
import { Detail } from '../Detail';
import { idOf } from '../ids';
import { Repository } from '../Repository';
import {
  RepositoryHistory,
  SimulatedChange,
  SimulatedDeployment,
  SimulatedRun,
} from '../simulate';
import { iso } from './text';

/** `2026-03-01 10:00:00 UTC`, one of the forms in which GitLab writes times. */
const spaced = (time: number) =>
  `${iso(time).slice(0, 19).replace('T', ' ')} UTC`;

const STATUS = {
  success: 'success',
  failure: 'failed',
  cancelled: 'canceled',
} as const;

const SOURCE = {
  push: 'push',
  schedule: 'schedule',
  pull_request: 'merge_request_event',
  merge_group: 'merge_request_event',
} as const;

const isClosed = ({ mergedAt, closedAt }: SimulatedChange) =>
  (mergedAt ?? closedAt) !== undefined;

/** What GitLab sends of a repository. */
export function writeGitlab(
  repository: Repository,
  history: RepositoryHistory,
  detailAt: (time: number) => Detail,
): DemoDelivery[] {
  const { slug } = repository;
  const url = `https://gitlab.com/${slug}`;
  const project = {
    id: idOf('gitlab', slug),
    name: repository.component,
    path_with_namespace: slug,
    web_url: url,
    default_branch: 'main',
  };
  const send = (at: number, event: string, body: JsonObject): DemoDelivery => ({
    at,
    door: 'gitlab',
    event,
    body: { ...body, project },
  });

  const mergeRequest = (
    change: SimulatedChange,
    action: 'open' | 'approved' | 'merge' | 'close',
    at: number,
  ) => {
    const states = {
      open: 'opened',
      approved: 'opened',
      merge: 'merged',
      close: 'closed',
    };
    const pushed = change.pushes.filter(push => push.at <= at);
    return send(at, 'Merge Request Hook', {
      object_kind: 'merge_request',
      event_type: 'merge_request',
      user: { username: change.author },
      object_attributes: {
        id: idOf(slug, change.number),
        iid: change.number,
        title: change.title,
        url: `${url}/-/merge_requests/${change.number}`,
        state: states[action],
        action,
        draft: false,
        source_branch: change.branch,
        target_branch: 'main',
        created_at: spaced(change.openedAt),
        updated_at: spaced(at),
        merge_commit_sha: action === 'merge' ? change.mergeSha ?? null : null,
        last_commit: {
          id: pushed[pushed.length - 1].sha,
          timestamp: iso(change.firstCommitAt),
        },
      },
      labels: change.labels.map(title => ({ title })),
    });
  };

  const pipeline = (run: SimulatedRun, by?: string) =>
    send(run.finishedAt, 'Pipeline Hook', {
      object_kind: 'pipeline',
      ...(by && { user: { username: by } }),
      object_attributes: {
        id: run.id + run.attempt,
        status: STATUS[run.outcome],
        source: SOURCE[run.event],
        ref: run.branch,
        sha: run.sha,
        created_at: spaced(run.createdAt),
        finished_at: spaced(run.finishedAt),
        duration: Math.round((run.finishedAt - run.startedAt) / 1000),
        queued_duration: Math.round((run.startedAt - run.createdAt) / 1000),
      },
      builds: run.jobs.map(job => ({
        id: job.id,
        name: job.name,
        stage: job.name,
        status: STATUS[job.outcome],
        created_at: spaced(job.createdAt),
        started_at: spaced(job.startedAt),
        finished_at: spaced(job.finishedAt),
        queued_duration: (job.startedAt - job.createdAt) / 1000,
        when: 'on_success',
        manual: false,
        allow_failure: false,
      })),
    });

  const deployment = (simulated: SimulatedDeployment) =>
    (detailAt(simulated.createdAt) === 'ends'
      ? simulated.statuses.slice(-1)
      : simulated.statuses
    ).map(status =>
      send(status.at, 'Deployment Hook', {
        object_kind: 'deployment',
        status: {
          waiting: 'blocked',
          in_progress: 'running',
          failure: 'failed',
          success: 'success',
          queued: 'created',
          inactive: 'success',
        }[status.state],
        status_changed_at: spaced(status.at),
        deployment_id: simulated.id,
        deployable_id: idOf(slug, 'deployable', simulated.id),
        deployable_url: `${url}/-/jobs/${idOf(
          slug,
          'deployable',
          simulated.id,
        )}`,
        environment: simulated.environment,
        environment_tier: 'production',
        ref: simulated.ref,
        short_sha: simulated.sha.slice(0, 8),
        commit_url: `${url}/-/commit/${simulated.sha}`,
      }),
    );

  return [
    ...history.changes.flatMap(change => [
      ...(detailAt(change.openedAt) === 'full' || !isClosed(change)
        ? [mergeRequest(change, 'open', change.openedAt)]
        : []),
      ...change.reviews
        .filter(({ state }) => state === 'approved')
        .map(review => mergeRequest(change, 'approved', review.at)),
      ...(change.mergedAt
        ? [mergeRequest(change, 'merge', change.mergedAt)]
        : []),
      ...(change.closedAt
        ? [mergeRequest(change, 'close', change.closedAt)]
        : []),
      ...change.runs.map(run => pipeline(run, change.author)),
    ]),
    ...history.trunkRuns
      .filter(run => detailAt(run.createdAt) !== 'ends')
      .map(run => pipeline(run)),
    ...history.watchRuns
      .filter(run => detailAt(run.createdAt) === 'full')
      .map(run => pipeline(run)),
    ...history.deployments.flatMap(deployment),
  ];
}
