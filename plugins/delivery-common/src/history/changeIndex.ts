import { Change, Deployment, RangeCommit } from '../records';
import { byTexts, groupBy } from './order';

/** A change that was merged. @public */
export type MergedChange = Change & { mergedAt: string };

/** Finds merged changes by what is known of a commit. */
export interface ChangeIndex {
  /** The changes of a repository merged after one time and up to another, in the order of their merges. */
  mergedBetween(repo: string, after: string, upTo: string): MergedChange[];
  /** The change whose merge or head this is, in this order; of a pushed commit that belongs to a request, the request. */
  byMerge(repo: string, sha: string): MergedChange | undefined;
  /** The change whose merge, head or other commit this is, in this order; a pushed commit is its own. */
  byCommit(repo: string, sha: string): MergedChange | undefined;
  /** The changes that a commit of a deployment or of its range brings. */
  inRange(
    deployment: Pick<Deployment, 'source' | 'repo'>,
    commit: RangeCommit,
  ): MergedChange[];
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

const at = (...parts: (string | number)[]) => parts.join('\n');

/**
 * Indexes changes by their commits and numbers.
 *
 * @remarks
 * The merge commit that a source states is used only if the change was merged: GitHub gives one to open pull requests
 * too. Single commits stand for a change only where its merge commit is not known, because the commits of stacked
 * changes belong to several. A change of which no commit is known is found by its key, which is what a deployment of an
 * artifact that contains it names. Numbers are those of one source: at another host the same number is another request.
 */
export function indexChanges(changes: readonly Change[]): ChangeIndex {
  const merged = changes
    .filter((change): change is MergedChange => change.mergedAt !== undefined)
    .sort(byTexts(({ mergedAt, key }) => [mergedAt, key]));
  const requests = merged.filter(({ number }) => number !== undefined);
  const pushed = merged.filter(({ number }) => number === undefined);
  const trunks = groupBy(merged, ({ repo }) => repo);
  const merges = new Map<string, MergedChange>();
  const heads = new Map<string, MergedChange>();
  const commits = new Map<string, MergedChange>();
  const numbers = new Map(
    requests.map(change => [
      at(change.source, change.repo, change.number as number),
      change,
    ]),
  );
  const put = (
    map: Map<string, MergedChange>,
    { repo, change, sha }: { repo: string; change: MergedChange; sha?: string },
  ) => {
    if (sha !== undefined && !map.has(at(repo, sha))) {
      map.set(at(repo, sha), change);
    }
  };
  for (const change of [...requests, ...pushed]) {
    const { repo, mergeSha, headSha, sha: own, key } = change;
    put(merges, { repo, change, sha: mergeSha ?? own ?? key });
    put(heads, { repo, change, sha: headSha });
    change.commits?.forEach(({ sha }) => put(commits, { repo, change, sha }));
  }
  const numbered = (
    { source, repo }: { source: string; repo: string },
    number: number | undefined,
  ) =>
    number === undefined ? undefined : numbers.get(at(source, repo, number));
  const ofRequest = (change: MergedChange | undefined) =>
    change && (numbered(change, change.namedNumber) ?? change);
  const byMerge = (repo: string, sha: string) =>
    merges.get(at(repo, sha)) ?? heads.get(at(repo, sha));
  return {
    mergedBetween: (repo, after, upTo) => {
      const trunk = trunks.get(repo) ?? [];
      return trunk.slice(countUpTo(trunk, after), countUpTo(trunk, upTo));
    },
    byMerge: (repo, sha) => ofRequest(byMerge(repo, sha)),
    byCommit: (repo, sha) => byMerge(repo, sha) ?? commits.get(at(repo, sha)),
    inRange: (deployment, { sha, changeNumber }) => {
      const place = at(deployment.repo, sha);
      const byCommit = commits.get(place);
      const found = [
        ofRequest(merges.get(place)),
        heads.get(place),
        numbered(deployment, changeNumber),
        byCommit?.mergeSha ? undefined : ofRequest(byCommit),
      ].filter(change => change !== undefined);
      return [...new Set(found)];
    },
  };
}
