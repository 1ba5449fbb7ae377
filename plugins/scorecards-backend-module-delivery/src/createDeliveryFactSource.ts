import { DeliveryService } from '@fairlead/backstage-plugin-delivery-node';
import { FactSource } from '@fairlead/backstage-plugin-scorecards-node';
import { readCursor, writeCursor } from './cursor';
import { declareFacts } from './declareFacts';
import { observeMeasures } from './observeMeasures';

const PAGE_SIZE = 200;

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

    async *observe({ cursor: given, signal }) {
      const { begunAt, ...start } = readCursor(given, Date.now());
      let { after } = start;
      let saved = given;
      for (;;) {
        signal.throwIfAborted();
        const { items, cursor: next } = await delivery.readMeasureValues({
          after,
          limit: PAGE_SIZE,
        });
        after = next;
        const cursor = writeCursor({ after, begunAt });
        if (items.length > 0 || cursor !== saved) {
          yield { items: items.map(observeMeasures), cursor };
        }
        if (items.length === 0) {
          return;
        }
        saved = cursor;
      }
    },
  };
}
