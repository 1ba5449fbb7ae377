import { crewAt, labelsOf, pickAuthor } from '../crew';
import { idOf, shaOf } from '../ids';
import { atWork, weeksBetween } from '../officeHours';
import { Random } from '../Random';
import { Repository } from '../Repository';
import { firstNumberOf, NUMBERS_A_WEEK } from './numbers';
import { simulateRuns } from './runs';
import { DAY, HOUR, MINUTE } from './times';
import { TITLES } from './titles';
import { SimulatedChange, SimulatedReview, SimulatedRun } from './types';

const BOT = 'renovate[bot]';
const AGENT = 'claude[bot]';

/** Some weeks are busier: before a release, after a holiday. Around Christmas and in July little happens. */
function busyness(random: Random, week: number): number {
  const month = new Date(week + 3 * DAY).getUTCMonth();
  const isQuiet = month === 6 || new Date(week + 6 * DAY).getUTCDate() > 27;
  return (isQuiet ? 0.5 : 1) * (random.chance(0.15) ? 2.2 : 0.85);
}

const lastOf = (runs: readonly SimulatedRun[]) => runs[runs.length - 1];

function simulateChange(
  repository: Repository,
  options: { random: Random; number: number; startedAt: number },
): SimulatedChange {
  const { slug, habits } = repository;
  const { random, number } = options;
  const byBot = random.chance(0.08);
  const firstCommitAt = atWork(options.startedAt);
  const author = byBot
    ? BOT
    : pickAuthor(repository, { random, number, time: firstCommitAt });
  const reviewers = crewAt(repository, firstCommitAt).filter(
    login => login !== author,
  );
  const openedAt = byBot
    ? firstCommitAt
    : atWork(firstCommitAt + random.duration(habits.codingHours) * HOUR);
  // Drawn for itself: that an agent made it changes nothing else of a change.
  const byAgent =
    !byBot &&
    habits.door !== 'gitlab' &&
    Random.of(slug, 'agent', number).chance(0.12);
  const branch = byBot ? `renovate/${number}` : `change-${number}`;
  const pushes: SimulatedChange['pushes'] = [];
  const runs: SimulatedRun[] = [];
  const push = (at: number, mends: boolean) => {
    const sha = shaOf(slug, number, pushes.length);
    pushes.push({ sha, at });
    runs.push(
      ...simulateRuns(repository, {
        event: 'pull_request',
        sha,
        branch,
        at,
        mends,
      }),
    );
  };

  push(openedAt, false);
  if (lastOf(runs).outcome === 'failure') {
    push(atWork(lastOf(runs).finishedAt + random.duration(40) * MINUTE), true);
  }
  const reviews: SimulatedReview[] = [];
  const review = (at: number, state: SimulatedReview['state']) =>
    reviews.push({
      id: idOf(slug, number, 'review', reviews.length),
      at,
      by: random.pick(reviewers),
      state,
      sha: pushes[pushes.length - 1].sha,
    });
  let at = atWork(
    lastOf(runs).finishedAt + random.duration(habits.reviewPickupHours) * HOUR,
  );
  if (!byBot && random.chance(habits.reworkShare)) {
    review(at, 'changes_requested');
    push(atWork(at + random.duration(3) * HOUR), true);
    at = atWork(
      lastOf(runs).finishedAt +
        random.duration(habits.reviewPickupHours) * HOUR,
    );
  }
  const change: SimulatedChange = {
    number,
    title: byBot ? `Update dependency ${number % 40}` : random.pick(TITLES),
    author: byAgent ? AGENT : author,
    byBot,
    byAgent,
    branch,
    labels: byBot ? ['dependencies'] : labelsOf(repository, author),
    firstCommitAt,
    openedAt,
    pushes,
    headSha: pushes[pushes.length - 1].sha,
    reviews,
    runs,
  };
  if (random.chance(0.05)) {
    return { ...change, closedAt: Math.round(at) };
  }
  review(at, 'approved');
  const queued = habits.mergeQueueMinutes;
  const readyAt = at + random.duration(25, 1) * MINUTE;
  return {
    ...change,
    queuedAt: queued ? Math.round(readyAt) : undefined,
    mergedAt: Math.round(
      readyAt + (queued ? random.duration(queued, 0.5) * MINUTE : 0),
    ),
    mergeSha: shaOf(slug, number, 'merge'),
  };
}

/**
 * The changes that were begun in the weeks from `from` to `to`, in the order of their numbers. Each week depends on
 * itself alone, so it is the same whenever it is asked for.
 */
export function simulateChanges(
  repository: Repository,
  options: { from: number; to: number },
): SimulatedChange[] {
  return weeksBetween(options.from, options.to).flatMap(week => {
    const random = Random.of(repository.slug, 'week', week);
    const mean = repository.habits.changesPerWeek * busyness(random, week);
    const count = Math.min(NUMBERS_A_WEEK, random.count(mean));
    return Array.from({ length: count }, (_, i) =>
      simulateChange(repository, {
        random: Random.of(repository.slug, 'change', week, i),
        number: firstNumberOf(week) + i,
        startedAt:
          week + random.between(0, 5) * DAY + random.between(8, 16) * HOUR,
      }),
    );
  });
}
