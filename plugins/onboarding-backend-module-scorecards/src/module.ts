import { createBackendModule } from '@backstage/backend-plugin-api';
import { verificationExtensionPoint } from '@fairlead/backstage-plugin-onboarding-node';
import { scorecardsServiceRef } from '@fairlead/backstage-plugin-scorecards-node';
import { createFactJudge } from './createFactJudge';

/**
 * Lets tasks of onboarding be verified by facts of the scorecards backend.
 *
 * @public
 */
export const onboardingModuleScorecards = createBackendModule({
  pluginId: 'onboarding',
  moduleId: 'scorecards',
  register(env) {
    env.registerInit({
      deps: {
        scorecards: scorecardsServiceRef,
        verification: verificationExtensionPoint,
      },
      async init({ scorecards, verification }) {
        verification.setFactJudge(createFactJudge({ scorecards }));
      },
    });
  },
});
