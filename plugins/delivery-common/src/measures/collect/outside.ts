import { DeliveryHistory, Release } from '../../history';
import { Exclusion } from '../types';

/** The deployments that no measure of production counts. */
export function outsideProduction(history: DeliveryHistory): Exclusion[] {
  return history.outside.map(({ deployment, class: environmentClass }) => ({
    recordKey: deployment.key,
    at: deployment.occurredAt,
    reason:
      environmentClass === 'unknown' ? 'unknown-environment' : 'not-production',
  }));
}

/** Why there is nothing to tell about production; undefined if there is. */
export function missingProduction(history: DeliveryHistory) {
  if (history.deployments.length === 0) {
    return 'no-deployments' as const;
  }
  return history.rollouts.length === 0
    ? ('no-production-environment' as const)
    : undefined;
}

/** All releases of all services, without promotions: that a version goes on to a further environment is no new one. */
export function allReleases(history: DeliveryHistory): Release[] {
  return [...history.releases.values()]
    .flat()
    .filter(({ releaseKind }) => releaseKind !== 'promotion');
}

/** The deployments that only brought a version to a further environment. */
export function promotions(history: DeliveryHistory): Exclusion[] {
  return [...history.releases.values()]
    .flat()
    .filter(({ releaseKind }) => releaseKind === 'promotion')
    .map(({ key, finishedAt }) => ({
      recordKey: key,
      at: finishedAt,
      reason: 'promotion',
    }));
}
