import {
  Delivery,
  DeliveryHistory,
  Release,
  settleDeployment,
} from '@fairlead/backstage-plugin-delivery-common';

/** That a change reached production, as it is measured. */
export interface MeasuredDelivery {
  changeKey: string;
  deploymentKey: string;
  /** Milliseconds since the epoch. */
  deployedAt: number;
  /** Only of what is `delivered` is it known that this deployment brought it. */
  status: Delivery['status'];
}

/** With which deployment each change of a history reached production, without those that are no work of their own. */
export function deliveriesOf({
  deliveries,
  origins,
}: DeliveryHistory): MeasuredDelivery[] {
  return [...deliveries.byChange.values()]
    .filter(({ change }) => origins.has(change.key))
    .map(({ change, release, status }) => ({
      changeKey: change.key,
      deploymentKey: decisiveKey(release),
      deployedAt: Date.parse(release.finishedAt),
      status,
    }));
}

/** The deployment with whose success the release was done: others may have failed before, or reached an environment earlier. */
function decisiveKey({ deployments, finishedAt, key }: Release): string {
  const decisive = deployments.find(deployment => {
    const settled = settleDeployment(deployment);
    return settled.outcome === 'success' && settled.finishedAt === finishedAt;
  });
  return decisive?.key ?? key;
}
