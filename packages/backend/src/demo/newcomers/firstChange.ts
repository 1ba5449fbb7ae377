import { DemoDelivery } from '../year/DemoDelivery';
import { idOf, shaOf } from '../year/ids';
import { Repository } from '../year/Repository';
import { SimulatedChange, SimulatedRun } from '../year/simulate';
import { writeGithub } from '../year/write/github';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** Above all numbers of the year. */
const NUMBER = 90_001;

/** What GitHub sends of the one change of somebody who came lately. Times are milliseconds since the epoch. */
export interface FirstChange {
  repository: Repository;
  /** Login of whoever makes it. */
  author: string;
  openedAt: number;
}

/** It is opened, its build is green, and a colleague approves it. */
export function openFirstChange(first: FirstChange): DemoDelivery[] {
  const change = toChange(first);
  return writeGithub(
    first.repository,
    historyOf({ changes: [change] }),
    () => 'full',
  );
}

/** It is merged, and what is built of it is deployed, all of it a moment ago. */
export function mergeFirstChange(
  first: FirstChange,
  { mergedAt }: { mergedAt: number },
): DemoDelivery[] {
  const { repository } = first;
  const change = toChange(first);
  const mergeSha = shaOf(repository.slug, NUMBER, 'merge');
  const statusOf = (state: 'in_progress' | 'success', at: number) => ({
    id: idOf(repository.slug, NUMBER, state),
    state,
    at,
  });
  const merged = writeGithub(
    repository,
    historyOf({
      changes: [{ ...change, mergedAt, mergeSha }],
      trunkRuns: [
        runOf(repository, {
          event: 'push',
          sha: mergeSha,
          branch: 'main',
          createdAt: mergedAt + SECOND,
        }),
      ],
      deployments: repository.habits.regions.map(environment => ({
        id: idOf(repository.slug, NUMBER, environment),
        environment,
        sha: mergeSha,
        ref: 'main',
        createdAt: mergedAt + 6 * SECOND,
        statuses: [
          statusOf('in_progress', mergedAt + 7 * SECOND),
          statusOf('success', mergedAt + 9 * SECOND),
        ],
        kind: 'change' as const,
        manual: false,
      })),
    }),
    () => 'full',
  );
  return merged.filter(({ at }) => at >= mergedAt);
}

function toChange({
  author,
  openedAt,
  repository,
}: FirstChange): SimulatedChange {
  const sha = shaOf(repository.slug, NUMBER, 'head');
  const branch = 'say-what-it-is-for';
  return {
    number: NUMBER,
    title: 'Say in the readme what the portal is for',
    author,
    byBot: false,
    byAgent: false,
    branch,
    labels: [],
    firstCommitAt: openedAt - 20 * MINUTE,
    openedAt,
    pushes: [{ sha, at: openedAt }],
    headSha: sha,
    reviews: [
      {
        id: idOf(repository.slug, NUMBER, 'review'),
        at: openedAt + 90 * MINUTE,
        by: repository.people.find(login => login !== author)!,
        state: 'approved',
        sha,
      },
    ],
    runs: [
      runOf(repository, {
        event: 'pull_request',
        sha,
        branch,
        createdAt: openedAt + 3 * SECOND,
      }),
    ],
  };
}

/** A build that is green after a moment. */
function runOf(
  { slug }: Repository,
  run: Pick<SimulatedRun, 'event' | 'sha' | 'branch' | 'createdAt'>,
): SimulatedRun {
  return {
    ...run,
    id: idOf(slug, NUMBER, run.event),
    attempt: 1,
    startedAt: run.createdAt + SECOND,
    finishedAt: run.createdAt + 4 * SECOND,
    outcome: 'success',
    jobs: [],
  };
}

function historyOf(told: Partial<Parameters<typeof writeGithub>[1]>) {
  return {
    changes: [],
    trunkRuns: [],
    watchRuns: [],
    deployments: [],
    incidents: [],
    alerts: [],
    ...told,
  };
}
