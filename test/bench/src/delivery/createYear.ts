import {
  DeliveryRecord,
  observe,
  RecordFields,
} from '@fairlead/backstage-plugin-delivery-common';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const YEAR = 365 * DAY;

/** How much happens in a repository in a year. */
export interface YearSize {
  runs: number;
  deployments: number;
}

/** As five million runs and four hundred thousand deployments are over two thousand repositories. */
export const YEAR_SIZE: YearSize = { runs: 2_500, deployments: 200 };

const RUNS_OF_A_CHANGE = 5;

const iso = (time: number) => new Date(time).toISOString();

/**
 * The records of a repository's year, up to `now`: changes with their runs, and deployments of what was merged, some of
 * which fail or are followed by an incident. The same for the same seed.
 */
export function* createYear(options: {
  repo: string;
  now: number;
  seed: number;
  size: YearSize;
}): Iterable<DeliveryRecord> {
  const { repo, now, seed, size } = options;
  const random = createRandom(seed);
  const between = (low: number, high: number) => low + random() * (high - low);
  const changes = Math.floor(size.runs / RUNS_OF_A_CHANGE);
  const perDeployment = Math.max(1, Math.floor(changes / size.deployments));
  for (let number = 1; number <= changes; number++) {
    const mergedAt = now - YEAR + (number / changes) * (YEAR - DAY);
    const openedAt = mergedAt - between(2, 60) * HOUR;
    const reviewedAt = openedAt + between(0.1, 0.8) * (mergedAt - openedAt);
    const sha = `${seed}-${number}`;
    yield told(
      {
        kind: 'change',
        source: 'bench',
        repo,
        number,
        title: `Change ${number}`,
        openedAt: iso(openedAt),
        readyAt: iso(openedAt),
        firstCommitAt: iso(openedAt - between(1, 30) * HOUR),
        firstReviewAt: iso(reviewedAt),
        approvedAt: iso(reviewedAt),
        mergedAt: iso(mergedAt),
        mergeSha: `m${sha}`,
        headSha: `h${sha}`,
        targetBranch: 'main',
        pushes: [{ sha: `h${sha}`, at: iso(openedAt) }],
      },
      mergedAt,
    );
    for (let run = 1; run <= RUNS_OF_A_CHANGE; run++) {
      const createdAt = openedAt + run * 2 * MINUTE;
      const finishedAt = createdAt + between(3, 25) * MINUTE;
      const outcome =
        random() < 0.1 ? ('failure' as const) : ('success' as const);
      yield told(
        {
          kind: 'run',
          source: 'bench',
          repo,
          runId: `${number}-${run}`,
          attempt: 1,
          workflow: `workflow-${run}`,
          event: 'pull_request',
          headSha: `h${sha}`,
          createdAt: iso(createdAt),
          startedAt: iso(createdAt + MINUTE / 2),
          finishedAt: iso(finishedAt),
          status: { state: 'completed', outcome, at: iso(finishedAt) },
        },
        finishedAt,
      );
    }
    if (number % perDeployment === 0) {
      const finishedAt = mergedAt + between(0.2, 12) * HOUR;
      const state =
        random() < 0.05 ? ('failure' as const) : ('success' as const);
      yield told(
        {
          kind: 'deployment',
          source: 'bench',
          repo,
          externalId: `${number}`,
          environment: 'production',
          sha: `m${sha}`,
          createdAt: iso(finishedAt - 5 * MINUTE),
          statuses: [{ state, at: iso(finishedAt) }],
        },
        finishedAt,
      );
      if (random() < 0.04) {
        const detectedAt = finishedAt + between(1, 20) * HOUR;
        yield told(
          {
            kind: 'incident',
            source: 'bench',
            externalId: `${repo}-${number}`,
            detectedAt: iso(detectedAt),
            resolutions: [iso(detectedAt + between(0.2, 6) * HOUR)],
          },
          detectedAt,
        );
      }
    }
  }
}

function told<F extends RecordFields<DeliveryRecord>>(
  fields: F,
  occurredAt: number,
): DeliveryRecord {
  const at = iso(occurredAt);
  return observe(fields, { occurredAt: at, observedAt: at, via: 'bench' });
}

/** Park and Miller's generator. */
function createRandom(seed: number): () => number {
  let state = (seed + 1) * 48_271;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
