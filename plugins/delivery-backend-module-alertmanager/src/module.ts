import { createSourceModule } from '@fairlead/backstage-plugin-delivery-node';
import { createAlertSource } from './createAlertSource';
import { createIngress } from './createIngress';
import { SENDERS } from './senders';

/**
 * Takes alerts from Alertmanager and from Grafana: guards the routes on which their webhooks arrive, and reads them for
 * the delivery backend.
 *
 * @public
 */
export const deliveryModuleAlertmanager = createSourceModule({
  moduleId: 'alertmanager',
  doors: SENDERS.map(sender => ({
    ingress: createIngress(sender),
    create: ({ off }) => createAlertSource({ off, sender }),
  })),
});
