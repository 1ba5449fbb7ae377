import { createSourceModule } from '@fairlead/backstage-plugin-delivery-node';
import { createCdeventsSource } from './createCdeventsSource';

/**
 * Reads CDEvents for the delivery backend, which takes them at `POST /api/delivery/events` from senders with a service
 * token.
 *
 * @public
 */
export const deliveryModuleCdevents = createSourceModule({
  moduleId: 'cdevents',
  doors: [{ create: createCdeventsSource }],
});
