import { Change, Incident, Link, settleIncident } from '../records';
import { elapsed } from '../records/instant';
import { Deliveries } from './deliveries';
import { byTexts } from './order';
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

/** The failed releases, and the incidents that could be laid at no release's door. */
export interface Failures {
  byRelease: Map<string, Failure>;
  unlinked: {
    incident: Incident;
    reason: 'before-first-deployment' | 'no-deployment-before' | 'rejected';
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

const pair = (from: string, to: string) => `${from}\n${to}`;

function readLinks(input: FailureInput) {
  const confirmed = new Map<string, string[]>();
  const rejected = new Set<string>();
  const remediates = new Map<string, string[]>();
  const add = (map: Map<string, string[]>, key: string, value: string) =>
    map.set(key, [...(map.get(key) ?? []), value]);
  for (const link of input.links) {
    const confidence = link.verdict?.confidence;
    if (confidence === 'rejected' && link.type === 'causes') {
      rejected.add(pair(link.from, link.to));
    } else if (confidence === 'confirmed' && link.type === 'causes') {
      add(confirmed, link.to, link.from);
    } else if (confidence !== 'rejected' && link.type === 'remediates') {
      add(remediates, link.to, link.from);
    }
  }
  for (const { key, cause } of input.incidents) {
    if (
      cause?.confidence === 'confirmed' &&
      !rejected.has(pair(cause.deployment, key))
    ) {
      add(confirmed, key, cause.deployment);
    }
  }
  return { confirmed, rejected, remediates };
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
  const { confirmed, rejected, remediates } = readLinks(input);
  const releases = [...sequences.values()].flat();
  const byDeployment = new Map(
    releases.flatMap(r => r.deployments.map(d => [d.key, r] as const)),
  );
  const byRelease = new Map<string, Failure>();
  const unlinked: Failures['unlinked'] = [];

  const fail = (
    release: Release,
    cause: FailureCause,
    evidence: string,
    incident?: Incident,
  ) => {
    const confidence = cause === 'incident-after' ? 'inferred' : 'confirmed';
    const failure = byRelease.get(release.key) ?? {
      release,
      cause,
      confidence,
      incidents: [],
      evidence: [],
    };
    failure.evidence.push(evidence);
    if (incident) {
      failure.incidents.push(incident);
    }
    byRelease.set(release.key, failure);
  };

  const incidents = [...input.incidents].sort(
    byTexts(({ detectedAt = '', key }) => [detectedAt, key]),
  );
  const unexplained: Incident[] = [];
  for (const incident of incidents) {
    const causes = (confirmed.get(incident.key) ?? [])
      .map(key => byDeployment.get(key))
      .filter(release => release !== undefined);
    new Set(causes).forEach(r => fail(r, 'link', incident.key, incident));
    if (causes.length === 0) {
      unexplained.push(incident);
    }
  }

  for (const sequence of sequences.values()) {
    sequence.forEach((release, i) => {
      if (release.releaseKind === 'rollback' && i > 0) {
        fail(rolledBackBy(release, sequence, i), 'rolled-back', release.key);
      }
    });
  }

  const revertedBy = findReverts(input.changes, deliveries);
  for (const [release, changes] of revertedBy) {
    changes.forEach(change => fail(release, 'reverted', change.key));
  }

  for (const incident of unexplained) {
    const at = incident.detectedAt;
    if (at === undefined) {
      continue;
    }
    const concerned = [...sequences.values()].filter(sequence =>
      sequence.some(release => touches(release, incident)),
    );
    const suspects = concerned
      .map(sequence => lastBefore(sequence, at))
      .filter(release => release !== undefined)
      .filter(({ finishedAt }) => elapsed(finishedAt, at) <= attributionWindow);
    const accepted = suspects.filter(
      release =>
        !release.deployments.some(({ key }) =>
          rejected.has(pair(key, incident.key)),
        ),
    );
    accepted.forEach(r => fail(r, 'incident-after', incident.key, incident));
    if (accepted.length === 0) {
      const none = concerned.every(sequence => !lastBefore(sequence, at));
      const nothing = none ? 'before-first-deployment' : 'no-deployment-before';
      unlinked.push({
        incident,
        reason: suspects.length > 0 ? 'rejected' : nothing,
      });
    }
  }

  for (const failure of byRelease.values()) {
    failure.recoveredAt = recovery({
      failure,
      sequence: sequences.get(failure.release.service) ?? [],
      fixes: [
        ...failure.incidents.flatMap(({ key }) => remediates.get(key) ?? []),
      ],
      revertedBy: revertedBy.get(failure.release) ?? [],
      deliveries,
      byDeployment,
    });
  }
  const remediations = new Set(
    [...remediates.values()]
      .flat()
      .map(key => byDeployment.get(key)?.key)
      .filter(key => key !== undefined),
  );
  return { byRelease, unlinked, remediations };
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

/** For each release, the later merged changes that revert what it brought and did not come with it. */
function findReverts(changes: readonly Change[], deliveries: Deliveries) {
  const bySha = new Map<string, string>();
  for (const change of changes) {
    for (const sha of [change.mergeSha, change.sha, change.headSha]) {
      if (sha && change.mergedAt) {
        bySha.set(pair(change.repo, sha), change.key);
      }
    }
  }
  const reverts = new Map<Release, Change[]>();
  for (const revert of changes.filter(change => change.mergedAt)) {
    for (const target of revert.revertOf ?? []) {
      const key = bySha.get(pair(revert.repo, target)) ?? target;
      const release = deliveries.byChange.get(key)?.release;
      const own = deliveries.byChange.get(revert.key)?.release;
      if (release && release.key !== own?.key) {
        reverts.set(release, [...(reverts.get(release) ?? []), revert]);
      }
    }
  }
  return reverts;
}

/** The earliest of: a rollback, a hotfix, a linked fix, the delivery of a revert, the end of all its incidents. */
function recovery(options: {
  failure: Failure;
  sequence: readonly Release[];
  fixes: string[];
  revertedBy: Change[];
  deliveries: Deliveries;
  byDeployment: Map<string, Release>;
}): string | undefined {
  const { failure, sequence, deliveries, byDeployment } = options;
  const { finishedAt } = failure.release;
  const remedy = sequence.find(
    release =>
      release.finishedAt > finishedAt &&
      ['rollback', 'hotfix'].includes(release.releaseKind),
  );
  const resolved = failure.incidents.map(i => settleIncident(i).resolvedAt);
  const candidates = [
    remedy?.finishedAt,
    ...options.fixes.map(key => byDeployment.get(key)?.finishedAt),
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
