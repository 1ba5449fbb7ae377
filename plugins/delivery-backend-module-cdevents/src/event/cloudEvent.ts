import { JsonObject, JsonValue } from '@backstage/types';

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a CDEvent comes as the data of a CloudEvent in structured mode. */
export function isCloudEvent(payload: JsonValue): payload is JsonObject {
  return isObject(payload) && payload.specversion !== undefined;
}

/** The context of a CDEvent, bare or in a CloudEvent; undefined if there is none. */
export function findContext(payload: JsonValue): JsonObject | undefined {
  const event = isCloudEvent(payload) ? payload.data : payload;
  return isObject(event) && isObject(event.context) ? event.context : undefined;
}
