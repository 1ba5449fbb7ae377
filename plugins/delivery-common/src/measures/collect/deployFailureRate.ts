import { DeliveryHistory } from '../../history';
import { isFailure, Outcome } from '../../records';
import { ExclusionReason } from '../reasons';
import { Collected } from '../types';
import { missingProduction, outsideProduction } from './outside';

function exclusionOf(
  outcome: Outcome | undefined,
): ExclusionReason | undefined {
  switch (outcome) {
    case undefined:
      return 'not-finished';
    case 'cancelled':
    case 'skipped':
      return outcome;
    case 'unknown':
      return 'unknown-outcome';
    default:
      return undefined;
  }
}

/** One sample for each finished production rollout: 1 if it could not be brought about. */
export function collectDeployFailureRate(history: DeliveryHistory): Collected {
  const result: Collected = {
    id: 'deployFailureRate',
    samples: [],
    excluded: outsideProduction(history),
    marks: [],
    missing: missingProduction(history) ?? 'no-deployments',
  };
  for (const rollout of history.rollouts) {
    const at = rollout.finishedAt ?? rollout.createdAt;
    const reason = exclusionOf(rollout.outcome);
    if (reason) {
      result.excluded.push({ recordKey: rollout.key, at, reason });
    } else {
      result.samples.push({
        recordKey: rollout.key,
        at,
        value: isFailure(rollout.outcome) ? 1 : 0,
        part: rollout.outcome,
        evidence: rollout.deployments.map(({ key }) => key),
      });
    }
  }
  return result;
}
