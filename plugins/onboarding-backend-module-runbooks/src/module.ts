import { createBackendModule } from '@backstage/backend-plugin-api';
import { verificationExtensionPoint } from '@fairlead/backstage-plugin-onboarding-node';
import { runbooksServiceRef } from '@fairlead/backstage-plugin-runbooks-node';
import { createRunbooksSource } from './createRunbooksSource';

/**
 * Tells the onboarding backend of the drills in which a person used a runbook.
 *
 * @public
 */
export const onboardingModuleRunbooks = createBackendModule({
  pluginId: 'onboarding',
  moduleId: 'runbooks',
  register(env) {
    env.registerInit({
      deps: {
        runbooks: runbooksServiceRef,
        verification: verificationExtensionPoint,
      },
      async init({ runbooks, verification }) {
        verification.addContributionSource(createRunbooksSource({ runbooks }));
      },
    });
  },
});
