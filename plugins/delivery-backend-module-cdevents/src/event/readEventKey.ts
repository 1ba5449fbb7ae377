import { JsonValue } from '@backstage/types';
import { parsePayload } from '@fairlead/backstage-plugin-delivery-node';
import { z } from 'zod';
import { findContext, isCloudEvent } from './cloudEvent';

const contextSchema = z.object({
  id: z.string().min(1),
  source: z.string().min(1),
  type: z.string().min(1),
});

/**
 * What makes two events the same. By the specification that is source and id; yet there are senders that use one id for
 * the detection of an incident and for its end, so the type counts too.
 *
 * @throws InputError if the event names none of them
 */
export function readEventKey(payload: JsonValue): string {
  const { source, id, type } = parsePayload(
    contextSchema,
    findContext(payload) ?? (isCloudEvent(payload) ? payload : {}),
  );
  return JSON.stringify([source, id, type]);
}
