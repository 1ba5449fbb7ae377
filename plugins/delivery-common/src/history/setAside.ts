import { Change } from '../records';

/** Why a change does not stand for a piece of work of its own. */
export type SetAsideReason = 'merge-commit' | 'part-of-another-change';

const at = (...parts: (string | number | undefined)[]) => parts.join('\n');

/** The commits that belong to a merged pull or merge request, and the numbers of these. */
function readRequests(changes: readonly Change[]) {
  const requests = changes.filter(
    ({ number, mergedAt }) => number !== undefined && mergedAt,
  );
  return {
    commits: new Set(
      requests.flatMap(({ repo, mergeSha, headSha, commits = [] }) =>
        [mergeSha, headSha, ...commits.map(({ sha }) => sha)].map(sha =>
          at(repo, sha),
        ),
      ),
    ),
    numbers: new Set(
      requests.map(({ source, repo, number }) => at(source, repo, number)),
    ),
  };
}

/**
 * Tells which changes are no work of their own: direct pushes that only join branches, or that belong to a merged request
 * by their commit or by the number that they name.
 */
export function settingAside(history: {
  changes: readonly Change[];
}): (change: Change) => SetAsideReason | undefined {
  const requests = readRequests(history.changes);
  return change => {
    const { source, repo, number, sha, namedNumber } = change;
    const isDirectPush = number === undefined;
    if (isDirectPush && change.mergeCommit) {
      return 'merge-commit';
    }
    const isRequested =
      requests.commits.has(at(repo, sha)) ||
      requests.numbers.has(at(source, repo, namedNumber));
    return isDirectPush && isRequested ? 'part-of-another-change' : undefined;
  };
}
