import { createSourceModule } from '@fairlead/backstage-plugin-delivery-node';
import { createPagerDutySource } from './createPagerDutySource';
import { pagerDutyIngress } from './pagerDutyIngress';

/**
 * Takes incidents from PagerDuty: guards the route on which its webhooks arrive, and reads them for the delivery backend.
 *
 * @public
 */
export const deliveryModulePagerDuty = createSourceModule({
  moduleId: 'pagerduty',
  doors: [{ ingress: pagerDutyIngress, create: createPagerDutySource }],
});
