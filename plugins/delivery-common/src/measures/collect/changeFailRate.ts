import { DeliveryHistory } from '../../history';
import { elapsed } from '../../records/instant';
import { ExclusionReason } from '../reasons';
import { Collected } from '../types';
import {
  allReleases,
  missingProduction,
  outsideProduction,
  promotions,
} from './outside';

/** One sample for each judged release: 1 if it failed, 0 if it did not. */
export function collectChangeFailRate(history: DeliveryHistory): Collected {
  const { failures, options } = history;
  const result: Collected = {
    id: 'changeFailRate',
    samples: [],
    excluded: [
      ...failures.unlinked.map(({ incident, reason }) => ({
        recordKey: incident.key,
        at: incident.detectedAt ?? incident.occurredAt,
        reason,
      })),
      ...promotions(history),
      ...outsideProduction(history),
    ],
    marks: [],
    missing: missingProduction(history) ?? 'no-judged-deployments',
  };
  for (const release of allReleases(history)) {
    const { key: recordKey, finishedAt: at, releaseKind } = release;
    const isYoung = elapsed(at, options.now) <= options.maturity;
    const youth: ExclusionReason | undefined = isYoung ? 'immature' : undefined;
    const reason =
      releaseKind === 'redeploy' || releaseKind === 'rollback'
        ? releaseKind
        : youth;
    if (reason) {
      result.excluded.push({ recordKey, at, reason });
      continue;
    }
    const failure = failures.byRelease.get(recordKey);
    result.samples.push({
      recordKey,
      at,
      value: failure ? 1 : 0,
      part: failure?.confidence,
      evidence: failure?.evidence ?? [],
    });
  }
  return result;
}
