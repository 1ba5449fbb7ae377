import { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { JsonValue } from '@backstage/types';
import { EventParams, EventsService } from '@backstage/plugin-events-node';
import {
  DELIVERY_REJECTED_TOPIC,
  DeliveryRejection,
} from '@fairlead/backstage-plugin-delivery-node';
import { setTimeout as sleep } from 'node:timers/promises';
import { SourceRegistry } from '../sources/SourceRegistry';
import { DoorCounts } from './DoorCounts';
import { Inbox } from './Inbox';

/** Senders wait for five to ten seconds: what is not stored by then is given up. */
const WAIT_BEFORE_RETRY = [100, 400, 1_600];

/** Stores what arrives on the topics of the sources, and counts what was refused before it got here. */
export async function subscribeInbox(options: {
  counts: DoorCounts;
  events: EventsService;
  inbox: Inbox;
  logger: LoggerService;
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
  options: { inbox: Inbox; logger: LoggerService; sources: SourceRegistry },
): Promise<void> {
  const { inbox, logger, sources } = options;
  const source = sources.ofTopic(event.topic);
  if (!source) {
    return;
  }
  const headers = readHeaders(event.metadata);
  for (let attempt = 0; ; attempt += 1) {
    try {
      await inbox.receive(source, [event.eventPayload as JsonValue], {
        via: 'webhook',
        headers,
      });
      return;
    } catch (error) {
      if (attempt === WAIT_BEFORE_RETRY.length) {
        logger.error(
          `A delivery of '${
            source.id
          }' is LOST: the database did not take it in ${
            attempt + 1
          } attempts. A reconciliation will fetch it where the source can be asked`,
          toError(error),
        );
        throw error;
      }
      await sleep(WAIT_BEFORE_RETRY[attempt]);
    }
  }
}

function readHeaders(
  metadata: EventParams['metadata'],
): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(metadata ?? {}).map(([name, value]) => [
      name.toLowerCase(),
      Array.isArray(value) ? value[0] : value,
    ]),
  );
}
