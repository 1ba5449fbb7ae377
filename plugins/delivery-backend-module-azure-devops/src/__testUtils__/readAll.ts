import { JsonValue } from '@backstage/types';
import {
  DeliveryRecord,
  observe,
} from '@fairlead/backstage-plugin-delivery-common';
import { Observation } from '@fairlead/backstage-plugin-delivery-node';
import { createAzureDevopsSource } from '../source/createAzureDevopsSource';

/** Stands for any time of receipt: no record may depend on it. */
const RECEIVED_AT = '2030-01-01T00:00:00.000Z';

const context = { person: (_: string, login: string) => `hash-of-${login}` };

export const source = createAzureDevopsSource({});

/** Reads a payload as the delivery backend does. */
export function readPayload(
  payload: unknown,
): readonly Observation[] | undefined {
  const type = source.typeOf(payload as JsonValue, {});
  return type === undefined
    ? undefined
    : source.read(
        { type, payload: payload as JsonValue, receivedAt: RECEIVED_AT },
        context,
      );
}

/** The records that payloads tell of, not merged yet. */
export function recordsOf(payloads: readonly unknown[]): DeliveryRecord[] {
  return payloads.flatMap(payload =>
    (readPayload(payload) ?? []).map(({ record, occurredAt }) =>
      observe(record, {
        occurredAt,
        observedAt: RECEIVED_AT,
        via: 'azure-devops.webhook',
      }),
    ),
  );
}
