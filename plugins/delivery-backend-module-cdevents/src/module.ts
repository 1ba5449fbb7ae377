import { createBackendModule } from '@backstage/backend-plugin-api';
import { deliverySourcesExtensionPoint } from '@fairlead/backstage-plugin-delivery-node';
import { createCdeventsSource } from './createCdeventsSource';

/**
 * Reads CDEvents for the delivery backend, which takes them at `POST /api/delivery/events` from senders with a service
 * token.
 *
 * @public
 */
export const deliveryModuleCdevents = createBackendModule({
  pluginId: 'delivery',
  moduleId: 'cdevents',
  register(env) {
    env.registerInit({
      deps: { sources: deliverySourcesExtensionPoint },
      async init({ sources }) {
        sources.addSource(createCdeventsSource());
      },
    });
  },
});
