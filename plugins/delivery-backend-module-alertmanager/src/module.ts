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
import { createAlertSource } from './createAlertSource';
import { createIngress } from './createIngress';
import { SENDERS } from './senders';

/**
 * Takes alerts from Alertmanager and from Grafana: guards the routes on which their webhooks arrive, and reads them for
 * the delivery backend.
 *
 * @public
 */
export const deliveryModuleAlertmanager = createBackendFeatureLoader({
  loader: () => [
    ...SENDERS.map(sender =>
      createDeliveryIngressModule(createIngress(sender)),
    ),
    createBackendModule({
      pluginId: 'delivery',
      moduleId: 'alertmanager',
      register(env) {
        env.registerInit({
          deps: {
            config: coreServices.rootConfig,
            sources: deliverySourcesExtensionPoint,
          },
          async init({ config, sources }) {
            sources.addSource(
              ...SENDERS.map(sender =>
                createAlertSource({
                  sender,
                  remedy: readIngressRemedy(createIngress(sender), config),
                }),
              ),
            );
          },
        });
      },
    }),
  ],
});
