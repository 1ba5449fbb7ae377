import { ReadContext } from '@fairlead/backstage-plugin-delivery-node';
import { setImmediate as others } from 'node:timers/promises';
import { SourceRegistry } from '../sources/SourceRegistry';
import { ClaimedDelivery } from './claimDeliveries';
import { readDelivery, Reading } from './readDelivery';

/** Milliseconds for which requests to the process may wait. */
const TURN = 10;

/** A delivery in hand, read. Its payload is not kept. */
export interface ReadyDelivery extends Omit<ClaimedDelivery, 'payload'> {
  reading: Reading;
}

/** Reads deliveries, and lets the process do other things in between. */
export async function readBatch(
  claimed: readonly ClaimedDelivery[],
  options: { sources: SourceRegistry; context: ReadContext },
): Promise<ReadyDelivery[]> {
  const { sources, context } = options;
  const ready: ReadyDelivery[] = [];
  let since = Date.now();
  for (const delivery of claimed) {
    const { payload, ...rest } = delivery;
    const source = sources.get(delivery.source)!;
    ready.push({
      ...rest,
      reading: readDelivery(delivery, { source, context }),
    });
    if (Date.now() - since >= TURN) {
      await others();
      since = Date.now();
    }
  }
  return ready;
}
