import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { ScmIntegrations } from '@backstage/integration';
import { factSourcesExtensionPoint } from '@fairlead/backstage-plugin-scorecards-node';
import { createScmFilesFactSource } from './createScmFilesFactSource';

/**
 * Makes what the files of a component's repository tell facts that scorecards can have rules on. Repositories are read
 * through the integrations of the portal.
 *
 * @public
 */
export const scorecardsModuleScmFiles = createBackendModule({
  pluginId: 'scorecards',
  moduleId: 'scm-files',
  register(env) {
    env.registerInit({
      deps: {
        cache: coreServices.cache,
        config: coreServices.rootConfig,
        factSources: factSourcesExtensionPoint,
        urlReader: coreServices.urlReader,
      },
      async init({ cache, config, factSources, urlReader }) {
        const integrations = ScmIntegrations.fromConfig(config);
        factSources.addFactSource(
          createScmFilesFactSource({ cache, integrations, urlReader }),
        );
      },
    });
  },
});
