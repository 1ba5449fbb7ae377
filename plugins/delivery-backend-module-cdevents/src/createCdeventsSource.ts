import { DeliverySource } from '@fairlead/backstage-plugin-delivery-node';
import { readEvent, readEventKey, readEventType, SOURCE_ID } from './event';
import { REPOSITORY_ANNOTATIONS, SERVICE_ANNOTATION } from './names';
import { findReader } from './read';

/** Reads CDEvents, bare or in CloudEvents. */
export function createCdeventsSource(): DeliverySource {
  return {
    id: SOURCE_ID,
    title: 'CDEvents',
    naming: {
      repositories: REPOSITORY_ANNOTATIONS,
      services: [{ annotation: SERVICE_ANNOTATION, example: 'checkout' }],
    },
    setup:
      'Have it send CDEvents to POST /api/delivery/events, with a service token.',
    typeOf: payload => readEventType(payload),
    keyOf: payload => readEventKey(payload),
    read({ type, payload }, context) {
      const reader = findReader(type);
      if (reader) {
        return readEvent(reader, payload, context);
      }
      // A later version of CDEvents may know this type; what matters is that it is a CDEvent.
      readEventKey(payload);
      return undefined;
    },
  };
}
