import { LoggerService } from '@backstage/backend-plugin-api';
import { EventParams, EventsService } from '@backstage/plugin-events-node';
import { JsonValue } from '@backstage/types';
import {
  DELIVERY_REJECTED_TOPIC,
  DeliveryRejection,
  isKept,
} from '@fairlead/backstage-plugin-delivery-node';
import { describeDatabaseError } from '@fairlead/database-health';
import { SourceRegistry } from '../sources/SourceRegistry';
import { DoorCounts } from './DoorCounts';
import { Inbox } from './Inbox';
import { readHeaders } from './readHeaders';
import { untilStored } from './untilStored';

/**
 * Stores what arrives on the topics of the sources, and counts what was refused before it got here. Our own ingresses
 * hand deliveries over before they publish them; this is for what others publish, for example from a queue. Whoever
 * publishes waits for as long as the database is away: it is the only way to hold up a sender over the bus.
 */
export async function subscribeInbox(options: {
  counts: DoorCounts;
  events: EventsService;
  inbox: Inbox;
  logger: LoggerService;
  /** Says that this process ends. */
  signal: AbortSignal;
  sources: SourceRegistry;
}): Promise<void> {
  const { counts, events, sources } = options;
  const topics = sources.list().flatMap(source => source.topics ?? []);
  if (topics.length > 0) {
    await events.subscribe({
      id: 'inbox',
      topics,
      onEvent: event => receiveEvent(event, options),
    });
  }
  await events.subscribe({
    id: 'rejections',
    topics: [DELIVERY_REJECTED_TOPIC],
    async onEvent({ eventPayload }) {
      const { source, reason } = eventPayload as DeliveryRejection;
      if (sources.get(source)) {
        counts.countRejected(source, reason);
      }
    },
  });
}

async function receiveEvent(
  event: EventParams,
  options: {
    inbox: Inbox;
    logger: LoggerService;
    signal: AbortSignal;
    sources: SourceRegistry;
  },
): Promise<void> {
  const { inbox, logger, signal, sources } = options;
  const source = sources.ofTopic(event.topic);
  if (!source || isKept(event)) {
    return;
  }
  try {
    await untilStored(
      () =>
        inbox.receive(source, [event.eventPayload as JsonValue], {
          via: 'webhook',
          headers: readHeaders(event.metadata),
          isPerhapsKept: true,
        }),
      { signal },
    );
  } catch (error) {
    logger.error(
      `A delivery of '${
        source.id
      }' that came over the event bus is LOST: ${describeDatabaseError(
        error,
      )}. A reconciliation will fetch it where the source can be asked`,
    );
    throw error;
  }
}
