import { createSourceModule } from '@fairlead/backstage-plugin-delivery-node';
import { azureDevopsIngress } from './ingress';
import { createAzureDevopsSource } from './source/createAzureDevopsSource';

/**
 * Azure DevOps as a source of deliveries: guards the route on which its service hooks arrive, and reads them for the
 * delivery backend.
 *
 * @public
 */
export const deliveryModuleAzureDevops = createSourceModule({
  moduleId: 'azure-devops',
  doors: [{ ingress: azureDevopsIngress, create: createAzureDevopsSource }],
});
