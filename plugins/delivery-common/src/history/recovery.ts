import { Change, settleIncident } from '../records';
import { CauseLinks } from './causeLinks';
import { Deliveries } from './deliveries';
import type { Environments, Failure } from './failures';
import { Arrival, Placement } from './sequence';

const isHotfix = ({ release }: Placement) =>
  release.releaseKind === 'hotfix' ||
  (release.releaseKind === 'promotion' &&
    release.first?.releaseKind === 'hotfix');

/** When a rollback or a hotfix came to the environment in which something had failed. */
function remediedAt(
  { environment, finishedAt }: Arrival,
  places: Environments,
): string | undefined {
  return places
    .get(environment)
    ?.find(
      placement =>
        placement.arrival.finishedAt > finishedAt &&
        (placement.arrival.kind === 'rollback' || isHotfix(placement)),
    )?.arrival.finishedAt;
}

/** The last of several times; undefined if one of them is. */
function lastOf(times: readonly (string | undefined)[]): string | undefined {
  return times.every(at => at !== undefined)
    ? [...times].sort().at(-1)
    : undefined;
}

/**
 * The earliest of: a rollback or a hotfix in every environment in which it failed, a linked fix, the delivery of a revert,
 * the end of all its incidents.
 */
export function recoveredAt(options: {
  failure: Pick<Failure, 'arrivals' | 'arrivedAt' | 'incidents'>;
  places: Environments;
  links: CauseLinks;
  revertedBy: readonly Change[];
  deliveries: Deliveries;
  byDeployment: ReadonlyMap<string, Placement>;
}): string | undefined {
  const { failure, places, deliveries, links, byDeployment } = options;
  const candidates = [
    lastOf(failure.arrivals.map(arrival => remediedAt(arrival, places))),
    ...failure.incidents
      .flatMap(links.remediesOf)
      .map(key => byDeployment.get(key)?.arrival.finishedAt),
    ...options.revertedBy.map(
      ({ key }) => deliveries.byChange.get(key)?.release.finishedAt,
    ),
    lastOf(
      failure.incidents.map(incident => settleIncident(incident).resolvedAt),
    ),
  ];
  return candidates
    .filter(at => at !== undefined)
    .filter(at => at > failure.arrivedAt)
    .sort()[0];
}
