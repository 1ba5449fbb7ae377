import { Change, parseCommitMessage, RangeCommit } from '../records';
import { byTexts, groupBy } from './order';

/** A change that was merged. @public */
export type MergedChange = Change & { mergedAt: string };

/** Finds merged changes by what is known of a commit. */
export interface ChangeIndex {
  /** The changes of a repository merged after one time and up to another, in the order of their merges. */
  mergedBetween(repo: string, after: string, upTo: string): MergedChange[];
  /** The change whose merge, head or other commit this is, in this order. */
  byCommit(repo: string, sha: string): MergedChange | undefined;
  /** The changes that a commit of a deployed range brings. */
  inRange(repo: string, commit: RangeCommit): MergedChange[];
}

/** How many of the changes, ordered by their merge, were merged up to a time. */
function countUpTo(trunk: readonly MergedChange[], time: string): number {
  let [low, high] = [0, trunk.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (trunk[middle].mergedAt <= time) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

const at = (repo: string, id: string | number) => `${repo}\n${id}`;

/**
 * Indexes changes by their commits and numbers.
 *
 * @remarks
 * The merge commit that a source states is used only if the change was merged: GitHub gives one to open pull requests
 * too. Single commits stand for a change only where its merge commit is not known, because the commits of stacked
 * changes belong to several. A change of which no commit is known is found by its key, which is what a deployment of an
 * artifact that contains it names.
 */
export function indexChanges(changes: readonly Change[]): ChangeIndex {
  const merged = changes
    .filter((change): change is MergedChange => change.mergedAt !== undefined)
    .sort(byTexts(({ mergedAt, key }) => [mergedAt, key]));
  const trunks = groupBy(merged, ({ repo }) => repo);
  const merges = new Map<string, MergedChange>();
  const heads = new Map<string, MergedChange>();
  const commits = new Map<string, MergedChange>();
  const numbers = new Map<string, MergedChange>();
  const put = (
    map: Map<string, MergedChange>,
    change: MergedChange,
    id?: string | number,
  ) => {
    if (id !== undefined && !map.has(at(change.repo, id))) {
      map.set(at(change.repo, id), change);
    }
  };
  for (const change of merged) {
    put(merges, change, change.mergeSha ?? change.sha ?? change.key);
    put(heads, change, change.headSha);
    put(numbers, change, change.number);
    change.commits?.forEach(({ sha }) => put(commits, change, sha));
  }
  return {
    mergedBetween: (repo, after, upTo) => {
      const trunk = trunks.get(repo) ?? [];
      return trunk.slice(countUpTo(trunk, after), countUpTo(trunk, upTo));
    },
    byCommit: (repo, sha) =>
      merges.get(at(repo, sha)) ??
      heads.get(at(repo, sha)) ??
      commits.get(at(repo, sha)),
    inRange: (repo, { sha, subject }) => {
      const number = parseCommitMessage(subject ?? '').changeNumber;
      const byCommit = commits.get(at(repo, sha));
      const found = [
        merges.get(at(repo, sha)),
        heads.get(at(repo, sha)),
        number === undefined ? undefined : numbers.get(at(repo, number)),
        byCommit?.mergeSha ? undefined : byCommit,
      ].filter(change => change !== undefined);
      return [...new Set(found)];
    },
  };
}
