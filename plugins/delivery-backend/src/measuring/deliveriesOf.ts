import {
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
  /** This deployment is known to have brought it; else it was there before, or came in a gap of the records. */
  isSure: boolean;
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
      isSure: status === 'delivered',
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
