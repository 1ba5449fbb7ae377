import { InputError } from '@backstage/errors';
import { JsonValue } from '@backstage/types';
import {
  Observation,
  parsePayload,
  payloadInstantSchema,
  ReadContext,
} from '@fairlead/backstage-plugin-delivery-node';
import { z } from 'zod';
import { CdEvent, EventReader } from './CdEvent';
import { isCloudEvent } from './cloudEvent';
import { customDataSchema } from './customData';

/** An event may be about the parts of a system, not about a whole catalog. */
const MAX_ENTITIES = 50;

interface EventSchemas {
  bare: z.ZodType<CdEvent>;
  inCloudEvent: z.ZodType<{ data: CdEvent }>;
}

/** Made once for each reader: making a schema takes longer than reading many events with it. */
const schemas = new WeakMap<EventReader, EventSchemas>();

function createSchemas({ content }: EventReader): EventSchemas {
  const bare = z
    .object({
      context: z.object({
        id: z.string().min(1),
        source: z.string().min(1),
        timestamp: payloadInstantSchema,
      }),
      subject: z.object({
        id: z.string().min(1),
        source: z.string().nullish(),
        content,
      }),
      customData: customDataSchema,
    })
    .transform(event => ({
      ...event,
      subject: {
        ...event.subject,
        source: event.subject.source || event.context.source,
      },
    }));
  return { bare, inCloudEvent: z.object({ data: bare }) };
}

/**
 * Reads an event with the reader of its type.
 *
 * @throws InputError with the path in the payload if it is malformed
 */
export function readEvent(
  reader: EventReader,
  payload: JsonValue,
  context: ReadContext,
): Observation[] {
  const { bare, inCloudEvent } = schemas.get(reader) ?? createSchemas(reader);
  schemas.set(reader, { bare, inCloudEvent });
  const event = isCloudEvent(payload)
    ? parsePayload(inCloudEvent, payload).data
    : parsePayload(bare, payload);
  if (event.customData.entityRef.length > MAX_ENTITIES) {
    throw new InputError(
      `'customData.entityRef': must be at most ${MAX_ENTITIES} refs`,
    );
  }
  return reader.read(event, context);
}
