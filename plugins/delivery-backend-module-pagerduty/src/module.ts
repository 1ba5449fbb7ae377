import {
  coreServices,
  createBackendFeatureLoader,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  createDeliveryIngressModule,
  deliverySourcesExtensionPoint,
} from '@fairlead/backstage-plugin-delivery-node';
import { readIngressRemedy } from '@fairlead/webhook-ingress';
import { createPagerDutySource } from './createPagerDutySource';
import { pagerDutyIngress } from './pagerDutyIngress';

/**
 * Takes incidents from PagerDuty: guards the route on which its webhooks arrive, and reads them for the delivery backend.
 *
 * @public
 */
export const deliveryModulePagerDuty = createBackendFeatureLoader({
  loader: () => [
    createDeliveryIngressModule(pagerDutyIngress),
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
