import {
  BackendFeature,
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import {
  createIngressModule,
  GuardedIngress,
  WebhookKeeper,
} from '@fairlead/webhook-ingress';
import { DeliveryIntakeClient } from './DeliveryIntakeClient';
import { DELIVERY_REJECTED_TOPIC } from './rejections';

/**
 * Where ingresses of webhooks have them kept: the inbox of the delivery backend.
 *
 * @public
 */
export const deliveryIntakeServiceRef = createServiceRef<WebhookKeeper>({
  id: 'delivery.intake',
  scope: 'plugin',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: { auth: coreServices.auth, discovery: coreServices.discovery },
      factory: deps => DeliveryIntakeClient.create(deps),
    }),
});

/**
 * Makes the ingress of a source whose id is its topic: a sender is answered once its delivery is in the inbox, and those
 * who are refused are counted.
 *
 * @public
 */
export function createDeliveryIngressModule(
  ingress: GuardedIngress,
): BackendFeature {
  return createIngressModule({
    ...ingress,
    keeper: deliveryIntakeServiceRef,
    toRejectionEvent: reason => ({
      topic: DELIVERY_REJECTED_TOPIC,
      eventPayload: { source: ingress.topic, reason },
    }),
  });
}
