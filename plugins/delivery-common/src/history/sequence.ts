import { DeploymentKind } from '../records';
import { EnvironmentRollout } from './environmentRollouts';
import { byTexts, groupBy } from './order';
import { reachedProduction, Rollout } from './rollouts';

/**
 * What a release is for. A promotion brings a version that is in production already to a further environment: to the next
 * ring or region, from the canary to the rest, or to another customer.
 *
 * @public
 */
export type ReleaseKind = DeploymentKind | 'promotion';

/** That a version reached one environment. @public */
export interface Arrival extends EnvironmentRollout {
  outcome: 'success';
  finishedAt: string;
  kind: ReleaseKind;
  /** The commit that was in this environment before. Undefined where none is known. */
  base?: string;
}

/**
 * A rollout that reached production, in its place among those of its service.
 *
 * @public
 */
export interface Release extends Rollout {
  outcome: 'success';
  finishedAt: string;
  /** The environments that it reached, in the order in which it reached them. */
  environments: Arrival[];
  releaseKind: ReleaseKind;
  /** The first of its service that was ever seen: a boundary. What it brought is not known. */
  seed: boolean;
  /** The release that brought this version to production, where this one does not. */
  first?: Release;
}

/** A release in one of its environments. */
export interface Placement {
  release: Release;
  arrival: Arrival;
}

/** Of a release that is several things in several environments, the first of these counts. */
const KINDS: readonly ReleaseKind[] = [
  'rollback',
  'hotfix',
  'change',
  'promotion',
  'redeploy',
];

/** Of several things that a source says about attempts of one deployment, the first of these counts. */
const STATED: readonly DeploymentKind[] = [
  'rollback',
  'hotfix',
  'redeploy',
  'change',
];

/** Whether a release brings a version, and not only brings it back, again, or to a further environment. */
export function bringsVersion({
  releaseKind,
}: Pick<Release, 'releaseKind'>): boolean {
  return releaseKind === 'change' || releaseKind === 'hotfix';
}

type Reached = Pick<EnvironmentRollout, 'finishedAt' | 'deployments'>;

const orderOf = ({ finishedAt = '', deployments }: Reached) => [
  finishedAt,
  deployments[0].key,
];

/**
 * Orders the successful production rollouts of each service and tells what each was for.
 *
 * @remarks
 * What a release is for is told by what was in the same environment before. The same version again is a redeploy; a
 * version that this environment had before the one that is in it now is a rollback; a version that was released before,
 * but never to this environment, is a promotion; a hotfix is known by its ref. What the source says counts more, unless
 * it calls a promotion a change or a hotfix. Going forward again after a rollback is a change.
 *
 * @param rollouts - those of production
 * @public
 */
export function sequenceReleases(
  rollouts: readonly Rollout[],
  options: { hotfixRefs: readonly RegExp[] },
): Map<string, Release[]> {
  const reached = rollouts
    .map(reachedProduction)
    .filter(rollout => rollout !== undefined);
  return new Map(
    [...groupBy(reached, ({ service }) => service)].map(([service, own]) => [
      service,
      sequenceService(own, options.hotfixRefs),
    ]),
  );
}

/** Everything that happened in each environment of a service, in order. */
export function placementsByEnvironment(
  sequence: readonly Release[],
): Map<string, Placement[]> {
  const placements = sequence
    .flatMap(release =>
      release.environments.map(arrival => ({ release, arrival })),
    )
    .sort(byTexts(({ arrival }) => orderOf(arrival)));
  return groupBy(placements, ({ arrival }) => arrival.environment);
}

function sequenceService(
  rollouts: readonly Rollout[],
  hotfixRefs: readonly RegExp[],
): Release[] {
  const parts = rollouts
    .flatMap(({ environments }) => environments)
    .sort(byTexts(orderOf));
  const arrivals = arrive(parts, hotfixRefs);
  const brought = new Map<string, Release>();
  return rollouts
    .map(rollout => ({
      rollout,
      environments: rollout.environments
        .map(part => arrivals.get(part) as Arrival)
        .sort(byTexts(orderOf)),
    }))
    .sort(byTexts(({ environments: [first] }) => orderOf(first)))
    .map(({ rollout, environments }, index) => {
      const { version } = rollout;
      const release: Release = {
        ...rollout,
        outcome: 'success',
        finishedAt: rollout.finishedAt as string,
        environments,
        releaseKind: KINDS.find(kind =>
          environments.some(arrival => arrival.kind === kind),
        ) as ReleaseKind,
        seed: index === 0,
      };
      if (version !== undefined) {
        if (bringsVersion(release)) {
          brought.set(version, release);
        } else {
          release.first = brought.get(version);
        }
      }
      return release;
    });
}

/** Tells what each arrival was for from all that arrived before it. */
function arrive(
  parts: readonly EnvironmentRollout[],
  hotfixRefs: readonly RegExp[],
): Map<EnvironmentRollout, Arrival> {
  const arrivals = new Map<EnvironmentRollout, Arrival>();
  const current = new Map<string, Arrival>();
  const places = new Map<string, Map<string, number>>();
  const released = new Set<string>();
  for (const part of parts) {
    const { environment, version } = part;
    const before = current.get(environment);
    const own = places.get(environment) ?? new Map<string, number>();
    const arrival: Arrival = {
      ...part,
      outcome: 'success',
      finishedAt: part.finishedAt as string,
      base: before?.sha,
      kind: kindOf(part, { before, own, released, hotfixRefs }),
    };
    arrivals.set(part, arrival);
    current.set(environment, arrival);
    if (version !== undefined) {
      released.add(version);
      places.set(environment, own.set(version, own.get(version) ?? own.size));
    }
  }
  return arrivals;
}

function kindOf(
  part: EnvironmentRollout,
  known: {
    /** What is in the environment now. */
    before: Arrival | undefined;
    /** The versions that the environment has had, each with its place in the order in which they came first. */
    own: ReadonlyMap<string, number>;
    /** The versions that any environment of the service has had. */
    released: ReadonlySet<string>;
    hotfixRefs: readonly RegExp[];
  },
): ReleaseKind {
  const { before, own, released, hotfixRefs } = known;
  const stated = STATED.find(kind =>
    part.deployments.some(({ deploymentKind }) => deploymentKind === kind),
  );
  if (stated === 'rollback' || stated === 'redeploy') {
    return stated;
  }
  const { version } = part;
  const place = version === undefined ? undefined : own.get(version);
  if (version !== undefined && place === undefined && released.has(version)) {
    return 'promotion';
  }
  if (stated) {
    return stated;
  }
  if (version !== undefined && version === before?.version) {
    return 'redeploy';
  }
  const current = own.get(before?.version ?? '') ?? -1;
  if (place !== undefined && place < current) {
    return 'rollback';
  }
  const isHotfix = part.deployments.some(({ ref = '' }) =>
    hotfixRefs.some(pattern => ref.search(pattern) >= 0),
  );
  return isHotfix ? 'hotfix' : 'change';
}
