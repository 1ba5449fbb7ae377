import { Change } from '../records';
import { Deliveries } from './deliveries';
import { Release } from './sequence';

/** For each release, the later merged changes that revert what it brought and did not come with it. */
export function findReverts(
  changes: readonly Change[],
  deliveries: Deliveries,
): Map<Release, Change[]> {
  const bySha = new Map<string, string>();
  for (const change of changes) {
    for (const sha of [change.mergeSha, change.sha, change.headSha]) {
      if (sha && change.mergedAt) {
        bySha.set(`${change.repo}\n${sha}`, change.key);
      }
    }
  }
  const reverts = new Map<Release, Change[]>();
  for (const revert of changes.filter(change => change.mergedAt)) {
    for (const target of revert.revertOf ?? []) {
      const key = bySha.get(`${revert.repo}\n${target}`) ?? target;
      const release = deliveries.byChange.get(key)?.release;
      const own = deliveries.byChange.get(revert.key)?.release;
      if (release && release.key !== own?.key) {
        reverts.set(release, [...(reverts.get(release) ?? []), revert]);
      }
    }
  }
  return reverts;
}
