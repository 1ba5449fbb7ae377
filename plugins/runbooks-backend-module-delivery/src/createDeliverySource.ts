import { EnvironmentRule } from '@fairlead/backstage-plugin-delivery-common';
import { DeliveryService } from '@fairlead/backstage-plugin-delivery-node';
import { OperationsSource } from '@fairlead/backstage-plugin-runbooks-node';
import { createCursors } from './cursor';
import { toOperations } from './toOperations';

/** What of the feed concerns runbooks. */
const KINDS = ['alert', 'incident', 'deployment'] as const;

const PAGE_SIZE = 200;

/** Reads the feed of the delivery backend. */
export function createDeliverySource(options: {
  delivery: Pick<DeliveryService, 'readFeed'>;
  /** What the installation says of its environments. */
  environments: readonly EnvironmentRule[];
}): OperationsSource {
  const { delivery, environments } = options;
  const cursors = createCursors(environments);
  return {
    id: 'delivery',
    async *observe({ cursor, signal }) {
      let after = cursors.read(cursor);
      let isBehind = true;
      while (isBehind) {
        signal.throwIfAborted();
        const page = await delivery.readFeed({
          after,
          kinds: KINDS,
          limit: PAGE_SIZE,
        });
        if (page.cursor !== after) {
          yield {
            records: page.items.flatMap(item =>
              toOperations(item, { environments }),
            ),
            cursor: cursors.write(page.cursor),
          };
        }
        after = page.cursor;
        isBehind = page.hasMore;
      }
    },
  };
}
