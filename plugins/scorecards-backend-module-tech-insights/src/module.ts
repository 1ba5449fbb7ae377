import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { factSourcesExtensionPoint } from '@fairlead/backstage-plugin-scorecards-node';
import { createTechInsightsFactSource } from './createTechInsightsFactSource';
import { readOptions } from './readOptions';
import { TechInsightsClient } from './TechInsightsClient';

/**
 * Reads the facts of an installed tech-insights over its public API, where `scorecards.techInsights` says so. The checks that
 * `fairlead scorecards import tech-insights` makes name these facts.
 *
 * @public
 */
export const scorecardsModuleTechInsights = createBackendModule({
  pluginId: 'scorecards',
  moduleId: 'tech-insights',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        config: coreServices.rootConfig,
        discovery: coreServices.discovery,
        factSources: factSourcesExtensionPoint,
      },
      async init({ auth, config, discovery, factSources }) {
        const options = readOptions(config);
        if (options) {
          const client = TechInsightsClient.create({ auth, discovery });
          factSources.addFactSource(
            createTechInsightsFactSource({ ...options, client }),
          );
        }
      },
    });
  },
});
