import {
  coreServices,
  createBackendFeatureLoader,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  DELIVERY_REJECTED_TOPIC,
  deliverySourcesExtensionPoint,
} from '@fairlead/backstage-plugin-delivery-node';
import {
  createIngressModule,
  readIngressRemedy,
} from '@fairlead/webhook-ingress';
import { createPagerDutySource } from './createPagerDutySource';
import { pagerDutyIngress } from './pagerDutyIngress';

/**
 * Takes incidents from PagerDuty: guards the route on which its webhooks arrive, and reads them for the delivery backend.
 *
 * @public
 */
export const deliveryModulePagerDuty = createBackendFeatureLoader({
  loader: () => [
    createIngressModule({
      ...pagerDutyIngress,
      toRejectionEvent: reason => ({
        topic: DELIVERY_REJECTED_TOPIC,
        eventPayload: { source: pagerDutyIngress.topic, reason },
      }),
    }),
    createBackendModule({
      pluginId: 'delivery',
      moduleId: 'pagerduty',
      register(env) {
        env.registerInit({
          deps: {
            config: coreServices.rootConfig,
            sources: deliverySourcesExtensionPoint,
          },
          async init({ config, sources }) {
            const remedy = readIngressRemedy(pagerDutyIngress, config);
            sources.addSource(createPagerDutySource({ remedy }));
          },
        });
      },
    }),
  ],
});
