import { elapsed } from '../records/instant';
import { ChangeIndex, MergedChange } from './changeIndex';
import { groupBy } from './order';
import { bringsVersion, Release } from './sequence';

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
  progress: Progress,
): Contents {
  const contents: Contents = { changes: new Set() };
  const repos = new Set(release.deployments.map(({ repo }) => repo));
  for (const repo of repos) {
    const told = release.environments.flatMap(({ base, deployments }) =>
      deployments
        .filter(deployment => deployment.repo === repo)
        .map(deployment => ({
          deployment,
          range: deployment.ranges?.find(range => range.base === base),
        })),
    );
    for (const { deployment, range } of told) {
      const commits = [
        ...(range?.commits ?? []),
        ...(release.sha ? [{ sha: release.sha }] : []),
      ];
      for (const commit of commits) {
        index.inRange(deployment, commit).forEach(c => contents.changes.add(c));
      }
    }
    // Where one environment has a complete range, it is all that is new: other environments catch up on older releases.
    const isTold = told.some(({ range }) => range && !range.partial);
    if (!isTold) {
      const merged = fromTrunk(index, repo, release, progress);
      merged?.forEach(change => contents.changes.add(change));
      contents.partial = merged ? contents.partial : 'unlocated';
    }
    if (!isTold && told.some(({ range }) => range?.partial)) {
      contents.partial = 'range';
    }
  }
  return contents;
}

/**
 * Finds the release with which each change first reached production, in whichever environment that was.
 *
 * @remarks
 * What a release brought are the commits between the one before, in the same environment, and its own. They are taken
 * from the source's own comparison of exactly these two commits; where there is none, from the order of merges up to the
 * change whose commit was deployed. Whatever was brought before stays delivered: a rollback and going forward again change
 * nothing, and what only a promotion tells came with the release that it promotes.
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
    const progress: Progress = new Map();
    const afterGap = new Set<Release>();
    sequence.forEach((release, i) => {
      const contents = contentsOf(index, release, progress);
      const before = sequence[i - 1];
      const isAfterGap =
        before !== undefined &&
        elapsed(before.finishedAt, release.finishedAt) > historyGap;
      if (isAfterGap) {
        afterGap.add(release);
      }
      if (bringsVersion(release) && (contents.partial || isAfterGap)) {
        partial.push({ release, reason: contents.partial ?? 'gap' });
      }
      const arrived =
        release.releaseKind === 'promotion'
          ? release.first ?? release
          : release;
      for (const change of contents.changes) {
        const known = byChange.get(change.key)?.release.finishedAt;
        const isFirst = known === undefined || arrived.finishedAt < known;
        if (isFirst && concerns(change, release)) {
          const isStale =
            afterGap.has(arrived) &&
            elapsed(change.mergedAt, arrived.finishedAt) > historyGap;
          const behind = isStale ? 'history-gap' : 'delivered';
          byChange.set(change.key, {
            change,
            release: arrived,
            status: arrived.seed ? 'seed' : behind,
          });
        }
      }
    });
  }
  const byRelease = groupBy(byChange.values(), ({ release }) => release.key);
  return { byChange, byRelease, partial };
}
