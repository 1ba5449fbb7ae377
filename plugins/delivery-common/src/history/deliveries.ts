import { elapsed } from '../records/instant';
import { ChangeIndex, MergedChange } from './changeIndex';
import { groupBy } from './order';
import { Release } from './sequence';

/**
 * That a change reached production, and with which release.
 *
 * @public
 */
export interface Delivery {
  change: MergedChange;
  release: Release;
  /**
   * `seed`: it came with the first release seen, or before it, so its time is not known. `history-gap`: it was merged
   * long before a release that followed on a pause in the records.
   */
  status: 'delivered' | 'seed' | 'history-gap';
}

/** What happened to the changes of a scope. @public */
export interface Deliveries {
  byChange: Map<string, Delivery>;
  byRelease: Map<string, Delivery[]>;
  /** Releases of which it is not known what, or not all that, they brought. */
  partial: { release: Release; reason: 'unlocated' | 'range' | 'gap' }[];
}

interface Contents {
  changes: Set<MergedChange>;
  partial?: 'unlocated' | 'range';
}

const concerns = (change: MergedChange, release: Release) => {
  const entities = release.deployments.flatMap(d => d.entities ?? []);
  return (
    !change.entities?.length ||
    entities.length === 0 ||
    change.entities.some(entity => entities.includes(entity))
  );
};

/** How far the merges to each branch have been taken in by the releases of one service. */
type Progress = Map<string, string>;

/** Everything merged to the same branch up to the deployed commit and before the release was done. */
function fromTrunk(
  index: ChangeIndex,
  repo: string,
  release: Release,
  progress: Progress,
): MergedChange[] | undefined {
  const anchor = release.sha ? index.byCommit(repo, release.sha) : undefined;
  if (!anchor && !release.seed) {
    return undefined;
  }
  const [end] = [
    anchor?.mergedAt ?? release.createdAt,
    release.finishedAt,
  ].sort();
  const branch = anchor?.targetBranch;
  const place = JSON.stringify([repo, branch]);
  const since = progress.get(place) ?? '';
  if (end > since) {
    progress.set(place, end);
  }
  const merged = index
    .mergedBetween(repo, since, end)
    .filter(
      ({ targetBranch }) => !branch || !targetBranch || targetBranch === branch,
    );
  return anchor ? [...merged, anchor] : merged;
}

function contentsOf(
  index: ChangeIndex,
  release: Release,
  base: string | undefined,
  progress: Progress,
): Contents {
  const contents: Contents = { changes: new Set() };
  const repos = new Set(release.deployments.map(({ repo }) => repo));
  for (const repo of repos) {
    const range = release.deployments
      .filter(deployment => deployment.repo === repo)
      .flatMap(deployment => deployment.ranges ?? [])
      .find(candidate => base !== undefined && candidate.base === base);
    const commits = [
      ...(range?.commits ?? []),
      ...(release.sha ? [{ sha: release.sha }] : []),
    ];
    for (const commit of commits) {
      index.inRange(repo, commit).forEach(c => contents.changes.add(c));
    }
    if (!range || range.partial) {
      const merged = fromTrunk(index, repo, release, progress);
      merged?.forEach(change => contents.changes.add(change));
      contents.partial = merged ? contents.partial : 'unlocated';
    }
    if (range?.partial) {
      contents.partial = 'range';
    }
  }
  return contents;
}

/**
 * Finds the release with which each change first reached production.
 *
 * @remarks
 * What a release brought are the commits between the one before and its own. They are taken from the source's own
 * comparison of exactly these two commits; where there is none, from the order of merges up to the change whose commit
 * was deployed. Whatever was brought before stays delivered: a rollback and going forward again change nothing.
 */
export function deliverChanges(options: {
  sequences: Map<string, Release[]>;
  index: ChangeIndex;
  historyGap: number;
}): Deliveries {
  const { sequences, index, historyGap } = options;
  const byChange = new Map<string, Delivery>();
  const partial: Deliveries['partial'] = [];
  for (const sequence of sequences.values()) {
    const delivered = new Set<string>();
    const progress: Progress = new Map();
    sequence.forEach((release, i) => {
      const before = sequence[i - 1];
      const contents = contentsOf(index, release, before?.sha, progress);
      const gap =
        before !== undefined &&
        elapsed(before.finishedAt, release.finishedAt) > historyGap;
      if (contents.partial || gap) {
        partial.push({ release, reason: contents.partial ?? 'gap' });
      }
      for (const change of contents.changes) {
        if (delivered.has(change.key) || !concerns(change, release)) {
          continue;
        }
        delivered.add(change.key);
        const stale =
          gap && elapsed(change.mergedAt, release.finishedAt) > historyGap;
        const behind = stale ? 'history-gap' : 'delivered';
        const status = release.seed ? 'seed' : behind;
        const known = byChange.get(change.key);
        if (!known || release.finishedAt < known.release.finishedAt) {
          byChange.set(change.key, { change, release, status });
        }
      }
    });
  }
  const byRelease = groupBy(byChange.values(), ({ release }) => release.key);
  return { byChange, byRelease, partial };
}
