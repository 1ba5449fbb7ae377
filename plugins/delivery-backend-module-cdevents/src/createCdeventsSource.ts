import { DeliverySource } from '@fairlead/backstage-plugin-delivery-node';
import { readEvent, readEventKey, readEventType, SOURCE_ID } from './event';
import { findReader } from './read';

/** Reads CDEvents, bare or in CloudEvents. */
export function createCdeventsSource(): DeliverySource {
  return {
    id: SOURCE_ID,
    title: 'CDEvents',
    typeOf: payload => readEventType(payload),
    keyOf: payload => readEventKey(payload),
    read({ type, payload }) {
      const reader = findReader(type);
      return reader && readEvent(reader, payload);
    },
  };
}
