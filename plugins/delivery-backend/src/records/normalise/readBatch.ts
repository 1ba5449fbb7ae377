import { ReadContext } from '@fairlead/backstage-plugin-delivery-node';
import { createPauses } from '@fairlead/background-work';
import { SourceRegistry } from '../../intake/sources/SourceRegistry';
import { readDelivery, Reading } from '../../intake/reading/readDelivery';
import { LeasedDelivery } from './leaseDeliveries';

/** A delivery in hand, read. Its payload is not kept. */
export interface ReadyDelivery extends Omit<LeasedDelivery, 'payload'> {
  reading: Reading;
}

/** Reads deliveries, and lets the process do other things in between. */
export async function readBatch(
  leased: readonly LeasedDelivery[],
  options: { sources: SourceRegistry; context: ReadContext; now: number },
): Promise<ReadyDelivery[]> {
  const { sources, context, now } = options;
  const ready: ReadyDelivery[] = [];
  const pauses = createPauses();
  for (const delivery of leased) {
    const { payload, ...rest } = delivery;
    const source = sources.get(delivery.source)!;
    ready.push({
      ...rest,
      reading: readDelivery(delivery, { source, context, now }),
    });
    await pauses.ifDue();
  }
  return ready;
}
