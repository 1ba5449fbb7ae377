import { DeliveryHistory } from '../history';
import { bringsVersion } from '../history/sequence';
import { leadTimeStartOf } from '../measures/collect/leadTime';
import { Change } from '../records';
import { millis } from '../records/instant';
import { Span } from '../spans';

const isClosed = ({ closedAt, reopenedAt = '' }: Change) =>
  closedAt !== undefined && closedAt > reopenedAt;

/**
 * Whether it is told when work on a change began. Commits that are all younger than its request are not those with which
 * it began: they were written anew, or it was opened without any.
 */
export function isCodingTold(change: Change): boolean {
  const first = leadTimeStartOf(change, 'first-commit');
  return first !== undefined && first <= (change.openedAt ?? first);
}

/**
 * When a change began and when it arrived; undefined if it was given up, or if nothing tells when it began.
 *
 * @remarks
 * It arrives with its delivery. Where the time of that is not known, because it came with the first deployment seen,
 * because its repository is not deployed, or because a later deployment is not known to contain it, its time ends with
 * the merge: that nobody can say is not a wait.
 */
export function lifeOf(
  change: Change,
  history: DeliveryHistory,
  lastDeployed: ReadonlyMap<string, string>,
): (Span & { open: boolean }) | undefined {
  const { options, deliveries } = history;
  const begun = [
    leadTimeStartOf(change, 'first-commit'),
    leadTimeStartOf(change, 'first-push'),
    change.openedAt,
    change.mergedAt,
  ]
    .filter(at => at !== undefined)
    .sort()[0];
  if (begun === undefined) {
    return undefined;
  }
  const from = millis(begun);
  if (change.mergedAt === undefined) {
    return isClosed(change)
      ? undefined
      : { from, to: millis(options.now), open: true };
  }
  const delivery = deliveries.byChange.get(change.key);
  if (delivery?.status === 'delivered') {
    return { from, to: millis(delivery.release.finishedAt), open: false };
  }
  const deployed = lastDeployed.get(change.repo);
  const isWaiting =
    !delivery && deployed !== undefined && deployed < change.mergedAt;
  return isWaiting
    ? { from, to: millis(options.now), open: true }
    : { from, to: millis(change.mergedAt), open: false };
}

/** When a version of each repository was last brought to production: what goes back, again or elsewhere brings none. */
export function lastDeployments(history: DeliveryHistory): Map<string, string> {
  const last = new Map<string, string>();
  const releases = [...history.releases.values()].flat();
  for (const release of releases.filter(bringsVersion)) {
    for (const { repo } of release.deployments) {
      const known = last.get(repo);
      if (known === undefined || known < release.finishedAt) {
        last.set(repo, release.finishedAt);
      }
    }
  }
  return last;
}
