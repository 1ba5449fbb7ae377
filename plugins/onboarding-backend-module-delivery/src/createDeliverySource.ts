import { DeliveryService } from '@fairlead/backstage-plugin-delivery-node';
import { ContributionSource } from '@fairlead/backstage-plugin-onboarding-node';
import { toContributions, toDeployedChange } from './toContributions';

/** What of the feed tells of the work of persons. */
const KINDS = ['change', 'run', 'incident'] as const;

const PAGE_SIZE = 200;

/** Where a reader stands in the feed, and in what deployments brought. */
interface Position {
  feed?: string;
  delivered?: string;
}

/** Reads the feed of the delivery backend, and which deployments brought which changes. */
export function createDeliverySource(options: {
  delivery: Pick<
    DeliveryService,
    'readFeed' | 'readDeliveredChanges' | 'readPeople'
  >;
}): ContributionSource {
  const { delivery } = options;
  return {
    id: 'delivery',
    async *observe({ cursor, signal }) {
      const position = readPosition(cursor);
      for (let isBehind = true; isBehind; ) {
        signal.throwIfAborted();
        const page = await delivery.readFeed({
          after: position.feed,
          kinds: KINDS,
          limit: PAGE_SIZE,
        });
        if (page.cursor !== position.feed) {
          position.feed = page.cursor;
          yield {
            contributions: page.items.flatMap(toContributions),
            cursor: JSON.stringify(position),
          };
        }
        isBehind = page.hasMore;
      }
      for (let isBehind = true; isBehind; ) {
        signal.throwIfAborted();
        const page = await delivery.readDeliveredChanges({
          after: position.delivered,
          limit: PAGE_SIZE,
        });
        if (page.cursor !== position.delivered) {
          position.delivered = page.cursor;
          yield {
            contributions: page.items.flatMap(toDeployedChange),
            cursor: JSON.stringify(position),
          };
        }
        isBehind = page.hasMore;
      }
    },
    async identify(userRefs) {
      const { items } = await delivery.readPeople({ userRefs });
      return items;
    },
  };
}

function readPosition(cursor: string | undefined): Position {
  return cursor === undefined ? {} : JSON.parse(cursor);
}
