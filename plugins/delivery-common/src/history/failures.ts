import { Change, Incident, Link } from '../records';
import { elapsed } from '../records/instant';
import { CauseLinks, readCauseLinks } from './causeLinks';
import { Deliveries } from './deliveries';
import { byTexts } from './order';
import { recoveredAt } from './recovery';
import { findReverts } from './reverts';
import { Release } from './sequence';

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
  cause: FailureCause;
  confidence: 'confirmed' | 'inferred';
  /** The incidents attributed to it. */
  incidents: Incident[];
  /** The keys of the records that show it. */
  evidence: string[];
  /** When it was mended. Undefined while it is not. */
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
  changes: readonly Change[];
  incidents: readonly Incident[];
  links: readonly Link[];
  attributionWindow: number;
}

function lastBefore(sequence: readonly Release[], at: string) {
  let [low, high] = [0, sequence.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (sequence[middle].finishedAt <= at) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return sequence[low - 1];
}

const touches = (release: Release, incident: Incident) =>
  release.deployments.some(({ entities }) =>
    entities?.some(entity => incident.entities?.includes(entity)),
  );

type Blame = (
  release: Release,
  cause: FailureCause,
  evidence: string,
  incident?: Incident,
) => void;

/** Blames the last release before an incident in every service it concerns; says why if there is none. */
function infer(options: {
  incident: Incident;
  sequences: FailureInput['sequences'];
  links: CauseLinks;
  attributionWindow: number;
  blame: Blame;
}): Failures['unlinked'][number]['reason'] | undefined {
  const { incident, sequences, links, attributionWindow, blame } = options;
  const at = incident.detectedAt;
  if (at === undefined) {
    return 'no-start';
  }
  const before = [...sequences.values()]
    .filter(sequence => sequence.some(release => touches(release, incident)))
    .map(sequence => lastBefore(sequence, at))
    .filter(release => release !== undefined);
  const suspects = before.filter(
    ({ finishedAt }) => elapsed(finishedAt, at) <= attributionWindow,
  );
  const accepted = suspects.filter(
    ({ deployments }) =>
      !deployments.some(({ key }) => links.isRejected(key, incident)),
  );
  accepted.forEach(r => blame(r, 'incident-after', incident.key, incident));
  if (accepted.length > 0) {
    return undefined;
  }
  if (suspects.length > 0) {
    return 'rejected';
  }
  return before.length > 0 ? 'no-deployment-before' : 'before-first-deployment';
}

/**
 * Tells which releases failed, and how sure that is.
 *
 * @remarks
 * A release failed if a confirmed link says that it caused an incident; else if it was rolled back; else if a change
 * it brought was reverted later; else, by inference, if an incident of the same entity was detected within the
 * attribution window and no other release lay between. However many incidents there are, it failed once. The result
 * depends on the records alone and not on the order in which they came.
 */
export function findFailures(input: FailureInput): Failures {
  const { sequences, deliveries, attributionWindow } = input;
  const links = readCauseLinks(input.links);
  const byDeployment = new Map(
    [...sequences.values()]
      .flat()
      .flatMap(r => r.deployments.map(d => [d.key, r] as const)),
  );
  const byRelease = new Map<string, Failure>();
  const unlinked: Failures['unlinked'] = [];
  const unexplained: Incident[] = [];

  const blame: Blame = (release, cause, evidence, incident) => {
    const failure = byRelease.get(release.key) ?? {
      release,
      cause,
      confidence: cause === 'incident-after' ? 'inferred' : 'confirmed',
      incidents: [],
      evidence: [],
    };
    failure.evidence.push(evidence);
    if (incident) {
      failure.incidents.push(incident);
    }
    byRelease.set(release.key, failure);
  };

  for (const incident of [...input.incidents].sort(
    byTexts(({ detectedAt = '', key }) => [detectedAt, key]),
  )) {
    const causes = links
      .causesOf(incident)
      .map(key => byDeployment.get(key))
      .filter(release => release !== undefined);
    new Set(causes).forEach(r => blame(r, 'link', incident.key, incident));
    if (causes.length === 0) {
      unexplained.push(incident);
    }
  }
  for (const sequence of sequences.values()) {
    sequence.forEach((release, i) => {
      if (release.releaseKind === 'rollback' && i > 0) {
        blame(rolledBackBy(release, sequence, i), 'rolled-back', release.key);
      }
    });
  }
  const reverts = findReverts(input.changes, deliveries);
  for (const [release, changes] of reverts) {
    changes.forEach(change => blame(release, 'reverted', change.key));
  }
  for (const incident of unexplained) {
    const reason = infer({
      incident,
      sequences,
      links,
      attributionWindow,
      blame,
    });
    if (reason) {
      unlinked.push({ incident, reason });
    }
  }

  for (const failure of byRelease.values()) {
    failure.recoveredAt = recoveredAt({
      failure,
      sequence: sequences.get(failure.release.service) ?? [],
      revertedBy: reverts.get(failure.release) ?? [],
      links,
      deliveries,
      byDeployment,
    });
  }
  const remediations = [...links.remedies]
    .map(key => byDeployment.get(key)?.key)
    .filter(key => key !== undefined);
  return { byRelease, unlinked, remediations: new Set(remediations) };
}

/** The release that a rollback names, or else the one it took the place of. */
function rolledBackBy(
  rollback: Release,
  sequence: readonly Release[],
  index: number,
): Release {
  const named = rollback.deployments.find(d => d.previousId)?.previousId;
  return (
    sequence
      .slice(0, index)
      .find(r => r.deployments.some(d => d.externalId === named)) ??
    sequence[index - 1]
  );
}
