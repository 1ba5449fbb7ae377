import { createSourceModule } from '@fairlead/backstage-plugin-delivery-node';
import { createRootlySource } from './createRootlySource';
import { rootlyIngress } from './rootlyIngress';

/**
 * Takes incidents from Rootly: guards the route on which its webhooks arrive, and reads them for the delivery backend.
 *
 * @public
 */
export const deliveryModuleRootly = createSourceModule({
  moduleId: 'rootly',
  doors: [{ ingress: rootlyIngress, create: createRootlySource }],
});
