import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { deliverySourcesExtensionPoint } from '@fairlead/backstage-plugin-delivery-node';
import { readIngressRemedy } from '@fairlead/webhook-ingress';
import { readGithubOptions } from './GithubOptions';
import { githubIngress } from './ingress';
import { GithubPull } from './pull/GithubPull';
import { createGithubSource } from './source/createGithubSource';

/** Adds GitHub to the sources of the delivery backend. */
export const deliveryModuleGithub = createBackendModule({
  pluginId: 'delivery',
  moduleId: 'github',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        sources: deliverySourcesExtensionPoint,
      },
      async init({ config, logger, sources }) {
        const options = readGithubOptions(config);
        sources.addSource(
          createGithubSource({
            options,
            remedy: readIngressRemedy(githubIngress, config),
            pull: GithubPull.create({ config, logger, options }),
          }),
        );
      },
    });
  },
});
