import { JsonObject } from '@backstage/types';

const SOURCE = 'https://ci.example/shop';

/** A bare CDEvent. */
export function cdEvent(
  type: string,
  options: {
    id?: string;
    at?: string;
    source?: string;
    subjectId?: string;
    subjectSource?: string | null;
    content?: JsonObject;
    customData?: JsonObject | string;
  } = {},
): JsonObject {
  const {
    at = '2026-03-02T10:00:00Z',
    id = `${type}@${at}`,
    source = SOURCE,
    subjectId = 'subject-1',
    subjectSource,
    content = {},
    customData,
  } = options;
  return {
    context: {
      specversion: '0.5.1',
      id,
      source,
      type: `dev.cdevents.${type}.0.3.0`,
      timestamp: at,
    },
    subject: {
      id: subjectId,
      ...(subjectSource === undefined ? {} : { source: subjectSource }),
      content,
    },
    ...(customData === undefined ? {} : { customData }),
  };
}

/** A CDEvent as the data of a CloudEvent in structured mode. */
export function inCloudEvent(event: JsonObject): JsonObject {
  const { id, source, type, timestamp } = event.context as JsonObject;
  return {
    specversion: '1.0',
    id,
    source,
    type,
    time: timestamp,
    datacontenttype: 'application/json',
    data: event,
  };
}
