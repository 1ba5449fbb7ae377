import { JsonValue } from '@backstage/types';
import {
  DeliveryRecord,
  observe,
} from '@fairlead/backstage-plugin-delivery-common';
import { Observation } from '@fairlead/backstage-plugin-delivery-node';
import { GithubOptions } from '../GithubOptions';
import { createGithubSource } from '../source/createGithubSource';

/** Stands for any time of receipt: no record may depend on it. */
export const RECEIVED_AT = '2030-01-01T00:00:00.000Z';

const context = { person: (_: string, login: string) => `hash-of-${login}` };

/** Reads a payload as the delivery backend does, without the headers that the event bus drops. */
export function readPayload(
  payload: unknown,
  options: Partial<GithubOptions> & { event?: string } = {},
): readonly Observation[] | undefined {
  const { event, ...chosen } = options;
  const source = createGithubSource({
    options: { incidentLabels: ['incident', 'bug'], ...chosen },
  });
  const type = source.typeOf(payload as JsonValue, { 'x-github-event': event });
  return type === undefined
    ? undefined
    : source.read(
        { type, payload: payload as JsonValue, receivedAt: RECEIVED_AT },
        context,
      );
}

/** The records that payloads tell of, not merged yet. */
export function recordsOf(
  payloads: readonly unknown[],
  via = 'github.webhook',
): DeliveryRecord[] {
  return payloads.flatMap(payload =>
    (readPayload(payload) ?? []).map(({ record, occurredAt }) =>
      observe(record, { occurredAt, observedAt: RECEIVED_AT, via }),
    ),
  );
}
