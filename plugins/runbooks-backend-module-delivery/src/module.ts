import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  deliveryServiceRef,
  readEnvironmentRulesFromConfig,
} from '@fairlead/backstage-plugin-delivery-node';
import { operationsSourcesExtensionPoint } from '@fairlead/backstage-plugin-runbooks-node';
import { createDeliverySource } from './createDeliverySource';

/**
 * Tells the runbooks backend of the alerts, incidents and production deployments in the feed of the delivery backend.
 *
 * @public
 */
export const runbooksModuleDelivery = createBackendModule({
  pluginId: 'runbooks',
  moduleId: 'delivery',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        delivery: deliveryServiceRef,
        operations: operationsSourcesExtensionPoint,
      },
      async init({ config, delivery, operations }) {
        operations.addOperationsSource(
          createDeliverySource({
            delivery,
            environments: readEnvironmentRulesFromConfig(config),
          }),
        );
      },
    });
  },
});
