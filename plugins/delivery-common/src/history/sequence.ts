import { DeploymentKind } from '../records';
import { groupBy } from './order';
import { Rollout } from './rollouts';

/**
 * A rollout that reached production, in its place among those of its service.
 *
 * @public
 */
export interface Release extends Rollout {
  outcome: 'success';
  finishedAt: string;
  releaseKind: DeploymentKind;
  /** The first that was ever seen: a boundary. What it brought is not known. */
  seed: boolean;
  /** The key of the release that was in production before. */
  previous?: string;
  /** The key of the release that took its place. */
  next?: string;
}

function isRelease(
  rollout: Rollout,
): rollout is Rollout & Pick<Release, 'outcome' | 'finishedAt'> {
  return rollout.outcome === 'success' && rollout.finishedAt !== undefined;
}

/**
 * Orders the successful production rollouts of each service and tells what each was for.
 *
 * @remarks
 * What the source says counts. Else the same commit again is a redeploy; a commit first released before the one now
 * in production is a rollback; a hotfix is known by its ref. Going forward again after a rollback is a change.
 *
 * @param rollouts - those of production, ordered by time within a service
 * @public
 */
export function sequenceReleases(
  rollouts: readonly Rollout[],
  options: { hotfixRefs: readonly RegExp[] },
): Map<string, Release[]> {
  const sequences = new Map<string, Release[]>();
  const services = groupBy(rollouts.filter(isRelease), r => r.service);
  for (const [service, released] of services) {
    const rank = new Map<string, number>();
    const sequence: Release[] = [];
    for (const rollout of released) {
      const before = sequence.at(-1);
      sequence.push({
        ...rollout,
        seed: before === undefined,
        previous: before?.key,
        releaseKind: kindOf(rollout, before, rank, options.hotfixRefs),
      });
      if (before) {
        before.next = rollout.key;
      }
      if (rollout.sha && !rank.has(rollout.sha)) {
        rank.set(rollout.sha, rank.size);
      }
    }
    sequences.set(service, sequence);
  }
  return sequences;
}

function kindOf(
  rollout: Rollout,
  before: Release | undefined,
  rank: Map<string, number>,
  hotfixRefs: readonly RegExp[],
): DeploymentKind {
  if (rollout.statedKind) {
    return rollout.statedKind;
  }
  if (rollout.sha && before?.sha) {
    if (rollout.sha === before.sha) {
      return 'redeploy';
    }
    const own = rank.get(rollout.sha);
    const current = rank.get(before.sha);
    if (own !== undefined && current !== undefined && own < current) {
      return 'rollback';
    }
  }
  const isHotfix = rollout.deployments.some(({ ref = '' }) =>
    hotfixRefs.some(pattern => ref.search(pattern) >= 0),
  );
  return isHotfix ? 'hotfix' : 'change';
}
