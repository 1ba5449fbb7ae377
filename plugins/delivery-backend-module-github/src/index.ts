/**
 * GitHub as a source of the delivery backend: the ingress that takes its webhooks, and the reader of what they tell.
 *
 * @packageDocumentation
 */
import { createBackendFeatureLoader } from '@backstage/backend-plugin-api';
import { DELIVERY_REJECTED_TOPIC } from '@fairlead/backstage-plugin-delivery-node';
import { createIngressModule } from '@fairlead/webhook-ingress';
import { githubIngress } from './ingress';
import { deliveryModuleGithub } from './module';

/**
 * Installs the source: a module of the events backend and one of the delivery backend.
 *
 * @public
 */
export default createBackendFeatureLoader({
  *loader() {
    yield createIngressModule({
      ...githubIngress,
      toRejectionEvent: reason => ({
        topic: DELIVERY_REJECTED_TOPIC,
        eventPayload: { source: githubIngress.topic, reason },
      }),
    });
    yield deliveryModuleGithub;
  },
});
