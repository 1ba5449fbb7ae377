import { createSourceModule } from '@fairlead/backstage-plugin-delivery-node';
import { readBitbucketOptions } from './BitbucketOptions';
import { bitbucketIngress } from './ingress';
import { BitbucketPull } from './pull/BitbucketPull';
import { createBitbucketSource } from './source/createBitbucketSource';

/**
 * Bitbucket Cloud as a source of deliveries: guards the route on which its webhooks arrive, and reads them for the delivery
 * backend.
 *
 * @public
 */
export const deliveryModuleBitbucket = createSourceModule({
  moduleId: 'bitbucket',
  doors: [
    {
      ingress: bitbucketIngress,
      create({ config, logger, off }) {
        const options = readBitbucketOptions(config);
        const pull = BitbucketPull.create({ config, logger });
        return createBitbucketSource({ off, options, pull });
      },
    },
  ],
});
