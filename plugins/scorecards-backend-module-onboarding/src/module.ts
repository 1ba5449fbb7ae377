import { createBackendModule } from '@backstage/backend-plugin-api';
import { onboardingServiceRef } from '@fairlead/backstage-plugin-onboarding-node';
import { factSourcesExtensionPoint } from '@fairlead/backstage-plugin-scorecards-node';
import { createOnboardingFactSource } from './createOnboardingFactSource';

/**
 * Makes what the onboarding backend knows of teams facts that scorecards can have rules on.
 *
 * @public
 */
export const scorecardsModuleOnboarding = createBackendModule({
  pluginId: 'scorecards',
  moduleId: 'onboarding',
  register(env) {
    env.registerInit({
      deps: {
        factSources: factSourcesExtensionPoint,
        onboarding: onboardingServiceRef,
      },
      async init({ factSources, onboarding }) {
        factSources.addFactSource(createOnboardingFactSource({ onboarding }));
      },
    });
  },
});
