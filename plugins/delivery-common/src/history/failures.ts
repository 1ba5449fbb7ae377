import { Change, Incident, Link } from '../records';
import { elapsed } from '../records/instant';
import { CauseLinks, readCauseLinks } from './causeLinks';
import { ChangeIndex } from './changeIndex';
import { Deliveries } from './deliveries';
import { byTexts, compareText } from './order';
import { recoveredAt } from './recovery';
import { findReverts } from './reverts';
import {
  Arrival,
  bringsVersion,
  Placement,
  placementsByEnvironment,
  Release,
} from './sequence';

/** Why a release is held to have failed; only `incident-after` is inferred. @public */
export type FailureCause =
  | 'link'
  | 'rolled-back'
  | 'reverted'
  | 'incident-after';

/**
 * That a release failed in production.
 *
 * @public
 */
export interface Failure {
  release: Release;
  /** Where it failed: in environments that it reached itself, or by a promotion. */
  arrivals: Arrival[];
  /** When it came to the first of them. */
  arrivedAt: string;
  cause: FailureCause;
  confidence: 'confirmed' | 'inferred';
  /** The incidents attributed to it. */
  incidents: Incident[];
  /** The keys of the records that show it. */
  evidence: string[];
  /** When it was mended in all of them. Undefined while it is not. */
  recoveredAt?: string;
}

/** The failed releases, and the incidents that could be laid at no release's door. @public */
export interface Failures {
  byRelease: Map<string, Failure>;
  unlinked: {
    incident: Incident;
    reason:
      | 'before-first-deployment'
      | 'no-deployment-before'
      | 'no-start'
      | 'rejected';
  }[];
  /** The keys of the releases that remediated an incident or a bug. */
  remediations: Set<string>;
}

interface FailureInput {
  sequences: Map<string, Release[]>;
  deliveries: Deliveries;
  index: ChangeIndex;
  changes: readonly Change[];
  incidents: readonly Incident[];
  links: readonly Link[];
  attributionWindow: number;
}

/** What came to each environment of a service, in order. */
export type Environments = ReadonlyMap<string, readonly Placement[]>;

const withItem = <T>(items: readonly T[], item: T): T[] =>
  items.includes(item) ? [...items] : [...items, item];

function lastBefore(placements: readonly Placement[], at: string) {
  let [low, high] = [0, placements.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (placements[middle].arrival.finishedAt <= at) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return placements[low - 1];
}

const touches = (release: Release, incident: Incident) =>
  release.deployments.some(({ entities }) =>
    entities?.some(entity => incident.entities?.includes(entity)),
  );

/** What is new to production is suspected before what is only new to an environment, and that before what is not new. */
function suspicionOf({ arrival, release }: Placement): number {
  if (bringsVersion(release)) {
    return 2;
  }
  return arrival.kind === 'promotion' ? 1 : 0;
}

/** The release of which a failure is told, and where it failed: a promotion is no release of its own. */
const judged = ({ release, arrival }: Placement): Placement => ({
  release:
    release.releaseKind === 'promotion' ? release.first ?? release : release,
  arrival,
});

type Blame = (
  failed: Placement,
  cause: FailureCause,
  evidence: string,
  incident?: Incident,
) => void;

/**
 * Blames one release in every service that an incident concerns: of those that came last to their environments before it,
 * the one that is suspected most, or else the latest. Says why if there is none.
 */
function infer(options: {
  incident: Incident;
  services: readonly { sequence: readonly Release[]; places: Environments }[];
  links: CauseLinks;
  attributionWindow: number;
  blame: Blame;
}): Failures['unlinked'][number]['reason'] | undefined {
  const { incident, services, links, attributionWindow, blame } = options;
  const at = incident.detectedAt;
  if (at === undefined) {
    return 'no-start';
  }
  const concerned = services
    .filter(({ sequence }) => sequence.some(r => touches(r, incident)))
    .map(({ places }) =>
      [...places.values()]
        .map(placements => lastBefore(placements, at))
        .filter(placement => placement !== undefined),
    );
  const suspects = concerned
    .map(placements =>
      placements
        .filter(
          ({ arrival }) => elapsed(arrival.finishedAt, at) <= attributionWindow,
        )
        .sort(
          (a, b) =>
            suspicionOf(b) - suspicionOf(a) ||
            compareText(b.arrival.finishedAt, a.arrival.finishedAt) ||
            compareText(a.release.key, b.release.key),
        )
        .at(0),
    )
    .filter(placement => placement !== undefined);
  const accepted = suspects.filter(
    placement =>
      ![placement, judged(placement)]
        .flatMap(({ release }) => release.deployments)
        .some(({ key }) => links.isRejected(key, incident)),
  );
  accepted.forEach(placement =>
    blame(judged(placement), 'incident-after', incident.key, incident),
  );
  if (accepted.length > 0) {
    return undefined;
  }
  if (suspects.length > 0) {
    return 'rejected';
  }
  return concerned.some(placements => placements.length > 0)
    ? 'no-deployment-before'
    : 'before-first-deployment';
}

/**
 * Tells which releases failed, and how sure that is.
 *
 * @remarks
 * A release failed if a confirmed link says that it caused an incident; else if it was rolled back in an environment; else
 * if a change it brought was reverted later; else, by inference, if an incident of the same entity was detected within the
 * attribution window and nothing else came to its environment meanwhile. However many incidents there are, and in however
 * many environments, it failed once. The result depends on the records alone and not on the order in which they came.
 */
export function findFailures(input: FailureInput): Failures {
  const { sequences, deliveries, index, attributionWindow } = input;
  const links = readCauseLinks(input.links);
  const services = [...sequences].map(([service, sequence]) => ({
    service,
    sequence,
    places: placementsByEnvironment(sequence),
  }));
  const byDeployment = indexPlacements(sequences);
  const byRelease = new Map<string, Failure>();
  const unlinked: Failures['unlinked'] = [];
  const unexplained: Incident[] = [];

  const blame: Blame = ({ release, arrival }, cause, evidence, incident) => {
    const failure = byRelease.get(release.key) ?? {
      release,
      arrivals: [],
      arrivedAt: arrival.finishedAt,
      cause,
      confidence: cause === 'incident-after' ? 'inferred' : 'confirmed',
      incidents: [],
      evidence: [],
    };
    const { arrivedAt } = failure;
    byRelease.set(release.key, {
      ...failure,
      arrivals: withItem(failure.arrivals, arrival),
      arrivedAt:
        arrival.finishedAt < arrivedAt ? arrival.finishedAt : arrivedAt,
      incidents: incident
        ? withItem(failure.incidents, incident)
        : failure.incidents,
      evidence: withItem(failure.evidence, evidence),
    });
  };

  for (const incident of [...input.incidents].sort(
    byTexts(({ detectedAt = '', key }) => [detectedAt, key]),
  )) {
    const causes = links
      .causesOf(incident)
      .map(key => byDeployment.get(key))
      .filter(placement => placement !== undefined);
    causes.forEach(placement =>
      blame(judged(placement), 'link', incident.key, incident),
    );
    if (causes.length === 0) {
      unexplained.push(incident);
    }
  }
  for (const { failed, rollback } of services.flatMap(rollbacksOf)) {
    blame(failed, 'rolled-back', rollback.key);
  }
  const reverts = findReverts(input.changes, index, deliveries);
  for (const [release, changes] of reverts) {
    for (const change of changes) {
      release.environments.forEach(arrival =>
        blame({ release, arrival }, 'reverted', change.key),
      );
    }
  }
  for (const incident of unexplained) {
    const reason = infer({
      incident,
      services,
      links,
      attributionWindow,
      blame,
    });
    if (reason) {
      unlinked.push({ incident, reason });
    }
  }

  const places = new Map(services.map(own => [own.service, own.places]));
  for (const failure of byRelease.values()) {
    failure.recoveredAt = recoveredAt({
      failure,
      places: places.get(failure.release.service) ?? new Map(),
      revertedBy: reverts.get(failure.release) ?? [],
      links,
      deliveries,
      byDeployment,
    });
  }
  const remediations = [...links.remedies]
    .map(key => byDeployment.get(key))
    .filter(placement => placement !== undefined)
    .map(placement => judged(placement).release.key);
  return { byRelease, unlinked, remediations: new Set(remediations) };
}

/** Where each deployment that reached production stands. */
function indexPlacements(
  sequences: FailureInput['sequences'],
): Map<string, Placement> {
  return new Map(
    [...sequences.values()]
      .flat()
      .flatMap(release =>
        release.environments.flatMap(arrival =>
          arrival.deployments.map(
            ({ key }) => [key, { release, arrival }] as const,
          ),
        ),
      ),
  );
}

/**
 * What rollbacks took out of an environment: the release that the source names, or else the one that was there before,
 * however often it was deployed anew meanwhile. Its failure is told of the release that brought its version.
 */
function rollbacksOf(service: {
  sequence: readonly Release[];
  places: Environments;
}): { failed: Placement; rollback: Release }[] {
  const all = [...service.places.values()].flat();
  return [...service.places.values()].flatMap(placements =>
    placements.flatMap(({ arrival, release: rollback }, index) => {
      if (arrival.kind !== 'rollback') {
        return [];
      }
      const named = arrival.deployments.find(d => d.previousId);
      const failed =
        all.find(before =>
          before.arrival.deployments.some(
            ({ source, externalId }) =>
              source === named?.source && externalId === named.previousId,
          ),
        ) ??
        placements
          .slice(0, index)
          .filter(before => before.arrival.kind !== 'redeploy')
          .at(-1);
      return failed
        ? [
            {
              failed: {
                release: failed.release.first ?? failed.release,
                arrival: failed.arrival,
              },
              rollback,
            },
          ]
        : [];
    }),
  );
}
