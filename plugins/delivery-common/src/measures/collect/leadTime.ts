import { Change } from '../../records';
import { elapsed } from '../../records/instant';
import { DeliveryHistory, Delivery, LeadTimeStart } from '../../history';
import { byTexts } from '../../history/order';
import { bringsVersion } from '../../history/sequence';
import { settingAside } from '../../history/setAside';
import { ExclusionReason, InsufficientReason } from '../reasons';
import { Collected, Mark } from '../types';
import { missingProduction } from './outside';

const earliest = (times: (string | undefined)[] = []) =>
  times.filter(time => time !== undefined).sort()[0];

/** When something happened from which a change's lead time can be counted; undefined where the records do not tell. */
export function leadTimeStartOf(
  change: Change,
  start: LeadTimeStart,
): string | undefined {
  const isDirectPush = change.number === undefined;
  switch (start) {
    case 'first-commit':
      return (
        earliest(change.commits?.map(({ authoredAt }) => authoredAt)) ??
        change.firstCommitAt
      );
    case 'first-push':
      return (
        earliest(change.pushes?.map(({ at }) => at)) ??
        (isDirectPush ? change.mergedAt : undefined)
      );
    case 'opened':
      return isDirectPush ? change.mergedAt : change.openedAt;
    default:
      return change.mergedAt;
  }
}

/** What else shows that a change had begun, with the name under which those are counted that begin with it. */
const STANDING_IN = [
  { start: 'opened', part: 'fromOpening' },
  { start: 'first-push', part: 'fromFirstPush' },
] as const;

/**
 * From when a lead time is counted. Webhooks tell no commits, and commits that are written anew are younger than the work:
 * the first commit is not later than the opening, or than the first push.
 */
function countedFrom(
  change: Change,
  chosen: LeadTimeStart,
): { at?: string; part?: string } {
  const at = leadTimeStartOf(change, chosen);
  if (chosen !== 'first-commit') {
    return { at };
  }
  return STANDING_IN.filter(
    ({ start }) => start !== 'opened' || change.number !== undefined,
  ).reduce<{ at?: string; part?: string }>(
    (first, { start, part }) => {
      const other = leadTimeStartOf(change, start);
      const isEarlier =
        other !== undefined && (first.at === undefined || other < first.at);
      return isEarlier ? { at: other, part } : first;
    },
    { at },
  );
}

/** The keys of the changes whose patch an earlier delivery brought already. */
function repeatedPatches(history: DeliveryHistory): Set<string> {
  const bySha = new Map<string, Change>();
  const changes = [...history.changes].sort(byTexts(({ key }) => [key]));
  for (const change of changes) {
    const own = change.mergedAt ? [change.mergeSha, change.sha] : [];
    const commits = change.commits?.map(({ sha }) => sha) ?? [];
    for (const sha of [...own, change.headSha, ...commits]) {
      if (sha && !bySha.has(sha)) {
        bySha.set(sha, change);
      }
    }
  }
  const patchOf = (change: Change, seen: string[] = []): string => {
    const [origin] = change.cherryPickOf ?? [];
    const original = origin === undefined ? undefined : bySha.get(origin);
    if (!original || seen.includes(original.key)) {
      return origin === undefined || original ? change.key : origin;
    }
    return patchOf(original, [...seen, change.key]);
  };
  const seen = new Set<string>();
  const repeated = new Set<string>();
  const inOrder = [...history.deliveries.byChange.values()].sort(
    byTexts(({ release, change }) => [release.finishedAt, change.key]),
  );
  for (const { change } of inOrder) {
    const patch = patchOf(change);
    if (seen.has(patch)) {
      repeated.add(change.key);
    }
    seen.add(patch);
  }
  return repeated;
}

function partialMark({
  release,
  reason,
}: DeliveryHistory['deliveries']['partial'][number]): Mark {
  const base = { at: release.finishedAt, recordKey: release.key };
  switch (reason) {
    case 'unlocated':
      return {
        ...base,
        kind: 'unlocated-deployment',
        text: 'It is not known which changes this deployment brought.',
      };
    case 'range':
      return {
        ...base,
        kind: 'partial-range',
        text: 'The source did not tell all commits of this deployment.',
      };
    default:
      return {
        ...base,
        kind: 'history-gap',
        text: 'The deployment before it lies so far back that older changes were left out.',
      };
  }
}

/**
 * One sample for each delivered change: the finish of the first successful production deployment that contains it,
 * less its start.
 */
export function collectLeadTime(history: DeliveryHistory): Collected {
  const { options, deliveries, changes } = history;
  const repeated = repeatedPatches(history);
  const setAside = settingAside(history);
  const result: Collected = {
    id: 'leadTime',
    samples: [],
    excluded: [],
    marks: deliveries.partial.map(partialMark),
    missing: missingLeadTime(history),
  };

  const exclusionOf = (
    change: Change,
    delivery: Delivery | undefined,
  ): ExclusionReason | undefined => {
    if (change.mergedAt === undefined) {
      return 'not-merged';
    }
    const aside = setAside(change);
    if (aside) {
      return aside;
    }
    if (!delivery) {
      return 'not-delivered';
    }
    if (delivery.status !== 'delivered') {
      return delivery.status === 'seed' ? 'seed-deployment' : 'history-gap';
    }
    return repeated.has(change.key) ? 'cherry-pick' : undefined;
  };

  for (const change of changes) {
    const delivery = deliveries.byChange.get(change.key);
    const finishedAt = delivery?.release.finishedAt;
    const start = countedFrom(change, options.leadTimeStart);
    const value =
      start.at && finishedAt ? elapsed(start.at, finishedAt) : undefined;
    const late =
      value === undefined ? ('no-start' as const) : ('negative' as const);
    const reason =
      exclusionOf(change, delivery) ??
      (value === undefined || value < 0 ? late : undefined);
    if (reason) {
      const at = finishedAt ?? change.mergedAt ?? change.occurredAt;
      result.excluded.push({ recordKey: change.key, at, reason });
    } else {
      result.samples.push({
        recordKey: change.key,
        at: finishedAt as string,
        value,
        part: start.part,
        evidence: delivery?.release.deployments.map(({ key }) => key) ?? [],
      });
    }
  }
  return result;
}

/** Why there is no lead time although changes may have reached production. */
function missingLeadTime(
  history: DeliveryHistory,
): InsufficientReason | undefined {
  const missing = missingProduction(history);
  if (missing) {
    return missing;
  }
  if (!history.changes.some(({ mergedAt }) => mergedAt)) {
    return 'no-changes';
  }
  const deliveries = [...history.deliveries.byChange.values()];
  if (deliveries.some(({ status }) => status !== 'seed')) {
    return 'none-counted';
  }
  const releases = [...history.releases.values()].flat();
  const hasBoundary = releases.some(({ seed }) => seed);
  const hasOthers = releases.some(r => !r.seed && bringsVersion(r));
  return hasBoundary && !hasOthers ? 'only-first-deployment' : 'none-delivered';
}
