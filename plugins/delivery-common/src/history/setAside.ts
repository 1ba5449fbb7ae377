import { Change } from '../records';
import { DeliveryHistory } from './history';

/** Why a change does not stand for a piece of work of its own. */
export type SetAsideReason = 'merge-commit' | 'part-of-another-change' | 'bot';

/** The commits that belong to a merged pull or merge request. */
function commitsOfRequests(changes: readonly Change[]): Set<string> {
  return new Set(
    changes
      .filter(({ number, mergedAt }) => number !== undefined && mergedAt)
      .flatMap(({ repo, mergeSha, headSha, commits = [] }) =>
        [mergeSha, headSha, ...commits.map(({ sha }) => sha)].map(
          sha => `${repo}\n${sha}`,
        ),
      ),
  );
}

/**
 * Tells which changes are no work of their own: direct pushes that only join branches or that belong to a merged
 * request, and the work of bots unless the reader counts it.
 */
export function settingAside(
  history: Pick<DeliveryHistory, 'changes' | 'options'>,
): (change: Change) => SetAsideReason | undefined {
  const requested = commitsOfRequests(history.changes);
  return change => {
    const isDirectPush = change.number === undefined;
    if (isDirectPush && change.mergeCommit) {
      return 'merge-commit';
    }
    if (isDirectPush && requested.has(`${change.repo}\n${change.sha}`)) {
      return 'part-of-another-change';
    }
    return change.authorIsBot && !history.options.includeBots
      ? 'bot'
      : undefined;
  };
}
