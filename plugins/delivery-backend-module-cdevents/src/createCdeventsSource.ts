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
      if (reader) {
        return readEvent(reader, payload);
      }
      // A version that is yet to come may know the type, but an event it will be.
      readEventKey(payload);
      return undefined;
    },
  };
}
