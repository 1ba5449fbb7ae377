import { createSourceModule } from '@fairlead/backstage-plugin-delivery-node';
import { readGitlabOptions } from './GitlabOptions';
import { gitlabIngress } from './ingress';
import { GitlabPull } from './pull/GitlabPull';
import { createGitlabSource } from './source/createGitlabSource';

/**
 * GitLab as a source of deliveries: guards the route on which its webhooks arrive, and reads them for the delivery backend.
 *
 * @public
 */
export const deliveryModuleGitlab = createSourceModule({
  moduleId: 'gitlab',
  doors: [
    {
      ingress: gitlabIngress,
      create({ config, logger, off }) {
        const options = readGitlabOptions(config);
        const pull = GitlabPull.create({ config, logger, options });
        return createGitlabSource({ off, options, pull });
      },
    },
  ],
});
