import { createBackendModule } from '@backstage/backend-plugin-api';
import { deliveryServiceRef } from '@fairlead/backstage-plugin-delivery-node';
import { factSourcesExtensionPoint } from '@fairlead/backstage-plugin-scorecards-node';
import { createDeliveryFactSource } from './createDeliveryFactSource';

/**
 * Makes the measures of the delivery backend facts that scorecards can have rules on.
 *
 * @public
 */
export const scorecardsModuleDelivery = createBackendModule({
  pluginId: 'scorecards',
  moduleId: 'delivery',
  register(env) {
    env.registerInit({
      deps: {
        delivery: deliveryServiceRef,
        factSources: factSourcesExtensionPoint,
      },
      async init({ delivery, factSources }) {
        factSources.addFactSource(createDeliveryFactSource({ delivery }));
      },
    });
  },
});
