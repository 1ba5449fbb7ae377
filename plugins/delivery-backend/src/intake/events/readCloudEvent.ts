import { InputError } from '@backstage/errors';
import { JsonObject, JsonValue } from '@backstage/types';

type Headers = Record<string, string | undefined>;

const ATTRIBUTE = /^ce-([a-z0-9]+)$/;

const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;

const JSON_TYPE = /[/+]json\s*(;|$)/i;

/**
 * Reads an event as CloudEvents are sent over HTTP: with its data as JSON. In binary mode the body is the data, and the
 * attributes are headers; in structured mode the data may be written in Base64. Anything else is left as it is.
 *
 * @throws InputError if its data is not what it says it is
 */
export function readCloudEvent(body: JsonValue, headers: Headers): JsonValue {
  return decodeData(isBinaryMode(headers) ? toStructured(body, headers) : body);
}

function isBinaryMode(headers: Headers): boolean {
  const isStructured = /^application\/cloudevents/i.test(
    headers['content-type'] ?? '',
  );
  return headers['ce-specversion'] !== undefined && !isStructured;
}

function toStructured(data: JsonValue, headers: Headers): JsonObject {
  const attributes = Object.entries(headers).flatMap(([name, value]) => {
    const [, attribute] = ATTRIBUTE.exec(name) ?? [];
    return attribute && value !== undefined
      ? [[attribute, decodeHeader(value)]]
      : [];
  });
  return {
    ...Object.fromEntries(attributes),
    datacontenttype: headers['content-type'],
    data,
  };
}

/** What no header takes is written by percent. */
function decodeHeader(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

function decodeData(event: JsonValue): JsonValue {
  if (!isObject(event) || event.specversion === undefined) {
    return event;
  }
  const { data_base64: encoded, ...rest } = event;
  const type = event.datacontenttype ?? 'application/json';
  if (
    encoded === undefined ||
    event.data !== undefined ||
    !JSON_TYPE.test(String(type))
  ) {
    return event;
  }
  if (typeof encoded !== 'string' || !BASE64.test(encoded)) {
    throw new InputError("'data_base64': is not Base64");
  }
  try {
    return { ...rest, data: JSON.parse(fromBase64(encoded)) };
  } catch {
    throw new InputError("'data_base64': holds no JSON");
  }
}

function fromBase64(text: string): string {
  return Buffer.from(text, 'base64').toString('utf8');
}

function isObject(value: JsonValue): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
