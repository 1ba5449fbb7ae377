import { JsonValue } from '@backstage/types';
import {
  DeliveryRecord,
  mergeAll,
  observe,
} from '@fairlead/backstage-plugin-delivery-common';
import { createCdeventsSource } from '../createCdeventsSource';

const source = createCdeventsSource();
const receivedAt = '2026-03-09T00:00:00.000Z';

/** What the source observes in a payload. */
export function readPayload(payload: JsonValue) {
  return source.read(
    { type: source.typeOf(payload, {}) ?? '', payload, receivedAt },
    { person: (annotation, login) => `${annotation}=${login}` },
  );
}

/** The records that one payload tells of, ready to be merged. */
export function observePayload(payload: JsonValue): DeliveryRecord[] {
  return (readPayload(payload) ?? []).map(({ record, occurredAt }) =>
    observe(record, {
      occurredAt,
      observedAt: receivedAt,
      via: 'cdevents.http',
    }),
  );
}

/** The records that payloads come to, merged in the order in which they are given. */
export function recordsOf(payloads: JsonValue[]): DeliveryRecord[] {
  return mergeAll(payloads.flatMap(observePayload));
}
