import { DeliveryHistory } from '../../history';
import { elapsed } from '../../records/instant';
import { Collected } from '../types';
import { missingProduction, outsideProduction } from './outside';

/** One sample for each failed release: from its arrival where it failed to the remedy; open while there is none. */
export function collectRecoveryTime(history: DeliveryHistory): Collected {
  return {
    id: 'recoveryTime',
    samples: [...history.failures.byRelease.values()].map(failure => ({
      recordKey: failure.release.key,
      at: failure.arrivedAt,
      value:
        failure.recoveredAt === undefined
          ? undefined
          : elapsed(failure.arrivedAt, failure.recoveredAt),
      part: failure.confidence,
      evidence: failure.evidence,
    })),
    excluded: outsideProduction(history),
    marks: [],
    missing: missingProduction(history) ?? 'no-failed-deployments',
  };
}
