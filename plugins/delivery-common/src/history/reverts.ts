import { Change } from '../records';
import { ChangeIndex } from './changeIndex';
import { Deliveries } from './deliveries';
import { Release } from './sequence';

/** For each release, the later merged changes that revert what it brought and did not come with it. */
export function findReverts(
  changes: readonly Change[],
  index: ChangeIndex,
  deliveries: Deliveries,
): Map<Release, Change[]> {
  const reverts = new Map<Release, Change[]>();
  for (const revert of changes.filter(change => change.mergedAt)) {
    for (const target of revert.revertOf ?? []) {
      const key = index.byMerge(revert.repo, target)?.key ?? target;
      const release = deliveries.byChange.get(key)?.release;
      const own = deliveries.byChange.get(revert.key)?.release;
      if (release && release.key !== own?.key) {
        reverts.set(release, [...(reverts.get(release) ?? []), revert]);
      }
    }
  }
  return reverts;
}
