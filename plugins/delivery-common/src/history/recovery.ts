import { Change, settleIncident } from '../records';
import { CauseLinks } from './causeLinks';
import { Deliveries } from './deliveries';
import type { Failure } from './failures';
import { Release } from './sequence';

/** The earliest of: a rollback, a hotfix, a linked fix, the delivery of a revert, the end of all its incidents. */
export function recoveredAt(options: {
  failure: Pick<Failure, 'release' | 'incidents'>;
  sequence: readonly Release[];
  links: CauseLinks;
  revertedBy: readonly Change[];
  deliveries: Deliveries;
  byDeployment: ReadonlyMap<string, Release>;
}): string | undefined {
  const { failure, sequence, deliveries, links, byDeployment } = options;
  const { finishedAt } = failure.release;
  const remedy = sequence.find(
    release =>
      release.finishedAt > finishedAt &&
      ['rollback', 'hotfix'].includes(release.releaseKind),
  );
  const resolved = failure.incidents.map(i => settleIncident(i).resolvedAt);
  const candidates = [
    remedy?.finishedAt,
    ...failure.incidents
      .flatMap(links.remediesOf)
      .map(key => byDeployment.get(key)?.finishedAt),
    ...options.revertedBy.map(
      ({ key }) => deliveries.byChange.get(key)?.release.finishedAt,
    ),
    resolved.every(at => at !== undefined)
      ? [...resolved].sort().at(-1)
      : undefined,
  ];
  return candidates
    .filter(at => at !== undefined)
    .filter(at => at > finishedAt)
    .sort()[0];
}
