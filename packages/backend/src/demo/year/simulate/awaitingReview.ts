import { crewAt } from '../crew';
import { idOf, shaOf } from '../ids';
import { onWeekday, weeksBetween } from '../officeHours';
import { Random } from '../Random';
import { Repository } from '../Repository';
import { firstNumberOf, NUMBERS_A_WEEK } from './numbers';
import { simulateRuns } from './runs';
import { HOUR, MINUTE } from './times';
import { TITLES } from './titles';
import { SimulatedChange } from './types';

/** Each is opened before the one before it is reviewed. Weekdays count from Monday as 1. */
const STANDING = [
  { opened: { weekday: 1, hour: 10 }, reviewed: { weekday: 5, hour: 14 } },
  { opened: { weekday: 4, hour: 10 }, reviewed: { weekday: 9, hour: 14 } },
];

/** The changes of a repository that waits for reviews, begun in the weeks from `from` to `to`. */
export function simulateAwaitingReview(
  repository: Repository,
  options: { from: number; to: number },
): SimulatedChange[] {
  if (!repository.habits.awaitsReviews) {
    return [];
  }
  return weeksBetween(options.from, options.to).flatMap(week =>
    STANDING.map((times, index) => {
      // The newest change numbers of the week.
      const number =
        firstNumberOf(week) + NUMBERS_A_WEEK - STANDING.length + index;
      return simulateChange(repository, {
        number,
        openedAt: onWeekday(week, times.opened),
        reviewedAt: onWeekday(week, times.reviewed),
      });
    }),
  );
}

function simulateChange(
  repository: Repository,
  options: { number: number; openedAt: number; reviewedAt: number },
): SimulatedChange {
  const { slug } = repository;
  const { number, openedAt, reviewedAt } = options;
  const random = Random.of(slug, 'awaiting review', number);
  const crew = crewAt(repository, openedAt);
  const author = random.pick(crew);
  const sha = shaOf(slug, number, 0);
  const branch = `change-${number}`;
  return {
    number,
    title: random.pick(TITLES),
    author,
    byBot: false,
    byAgent: false,
    branch,
    labels: [],
    firstCommitAt: openedAt - Math.round(random.between(1, 3) * HOUR),
    openedAt,
    pushes: [{ sha, at: openedAt }],
    headSha: sha,
    reviews: [
      {
        id: idOf(slug, number, 'review', 0),
        at: reviewedAt,
        by: random.pick(crew.filter(login => login !== author)),
        state: 'approved',
        sha,
      },
    ],
    runs: simulateRuns(repository, {
      event: 'pull_request',
      sha,
      branch,
      at: openedAt,
      mends: true,
    }),
    mergedAt: reviewedAt + 20 * MINUTE,
    mergeSha: shaOf(slug, number, 'merge'),
  };
}
