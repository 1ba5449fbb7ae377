import { createBackendModule } from '@backstage/backend-plugin-api';
import { deliveryServiceRef } from '@fairlead/backstage-plugin-delivery-node';
import { verificationExtensionPoint } from '@fairlead/backstage-plugin-onboarding-node';
import { createDeliverySource } from './createDeliverySource';

/**
 * Tells the onboarding backend of the builds, changes, reviews, deployments and incidents that delivery knows, and of what
 * stands for its users there.
 *
 * @public
 */
export const onboardingModuleDelivery = createBackendModule({
  pluginId: 'onboarding',
  moduleId: 'delivery',
  register(env) {
    env.registerInit({
      deps: {
        delivery: deliveryServiceRef,
        verification: verificationExtensionPoint,
      },
      async init({ delivery, verification }) {
        verification.addContributionSource(createDeliverySource({ delivery }));
      },
    });
  },
});
