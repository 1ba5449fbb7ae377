import { DeliveryService } from '@fairlead/backstage-plugin-delivery-node';
import {
  FactSource,
  observeValues,
} from '@fairlead/backstage-plugin-scorecards-node';
import { declareFacts } from './declareFacts';
import { observeMeasures } from './observeMeasures';

/** Reads the measures of the entities that were measured again since the run before, and of all of them once a day. */
export function createDeliveryFactSource(options: {
  delivery: Pick<DeliveryService, 'readMeasureValues'>;
}): FactSource {
  const { delivery } = options;
  return {
    id: 'delivery',
    title: 'Delivery measures',
    facts: declareFacts(),
    schedule: { frequency: { minutes: 5 }, timeout: { minutes: 30 } },
    observe: context =>
      observeValues(context, {
        read: query => delivery.readMeasureValues(query),
        observe: observeMeasures,
      }),
  };
}
