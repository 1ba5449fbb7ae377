import {
  coreServices,
  createBackendFeatureLoader,
} from '@backstage/backend-plugin-api';
import { isDemo } from './isDemo';
import { authModuleDemoPerson } from './people';
import { runbookHost } from './runbookHost';
import { scorecardsModuleDemoFacts } from './scorecardsModuleDemoFacts';
import { demoPlugin } from './year';

/**
 * All that only the demo has: people who sign in without a password, and a demo organisation in which something happens every
 * day. Its permission policy is elsewhere, among the other policies.
 */
export const demoFeatures = createBackendFeatureLoader({
  deps: { config: coreServices.rootConfig },
  async *loader({ config }) {
    if (isDemo(config)) {
      yield import('@backstage/plugin-auth-backend-module-guest-provider');
      yield runbookHost;
      yield scorecardsModuleDemoFacts;
      yield demoPlugin;
      // Without the demo's year the portal shows a catalog of one's own, and nobody signs in as one of its people.
      if (config.getOptionalBoolean('demo.year')) {
        yield authModuleDemoPerson;
      }
    }
  },
});
