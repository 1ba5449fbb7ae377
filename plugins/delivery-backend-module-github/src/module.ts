import { createSourceModule } from '@fairlead/backstage-plugin-delivery-node';
import { readGithubOptions } from './GithubOptions';
import { githubIngress } from './ingress';
import { GithubPull } from './pull/GithubPull';
import { createGithubSource } from './source/createGithubSource';

/**
 * GitHub as a source of deliveries: guards the route on which its webhooks arrive, and reads them for the delivery backend.
 *
 * @public
 */
export const deliveryModuleGithub = createSourceModule({
  moduleId: 'github',
  doors: [
    {
      ingress: githubIngress,
      create({ config, logger, off }) {
        const options = readGithubOptions(config);
        const pull = GithubPull.create({ config, logger, options });
        return createGithubSource({ off, options, pull });
      },
    },
  ],
});
