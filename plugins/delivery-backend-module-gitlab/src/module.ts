import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { deliverySourcesExtensionPoint } from '@fairlead/backstage-plugin-delivery-node';
import { readIngressRemedy } from '@fairlead/webhook-ingress';
import { readGitlabOptions } from './GitlabOptions';
import { gitlabIngress } from './ingress';
import { GitlabPull } from './pull/GitlabPull';
import { createGitlabSource } from './source/createGitlabSource';

/** Adds GitLab to the sources of the delivery backend. */
export const deliveryModuleGitlab = createBackendModule({
  pluginId: 'delivery',
  moduleId: 'gitlab',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        sources: deliverySourcesExtensionPoint,
      },
      async init({ config, logger, sources }) {
        const options = readGitlabOptions(config);
        sources.addSource(
          createGitlabSource({
            options,
            remedy: readIngressRemedy(gitlabIngress, config),
            pull: GitlabPull.create({ config, logger, options }),
          }),
        );
      },
    });
  },
});
