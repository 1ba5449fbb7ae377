import { JsonValue } from '@backstage/types';
import { parsePayload } from '@fairlead/backstage-plugin-delivery-node';
import { z } from 'zod';
import { findContext, isCloudEvent } from './cloudEvent';

const identitySchema = z.object({
  id: z.string().min(1),
  source: z.string().min(1),
  type: z.string().min(1),
});

const bareSchema = z.object({ context: identitySchema });

const inCloudEventSchema = z.object({ data: bareSchema });

/**
 * What makes two events the same. By the specification that is source and id; yet there are senders that use one id for
 * the detection of an incident and for its end, so the type counts too.
 *
 * @throws InputError with the path of what is missing
 */
export function readEventKey(payload: JsonValue): string {
  const { source, id, type } = readIdentity(payload);
  return JSON.stringify([source, id, type]);
}

function readIdentity(payload: JsonValue) {
  if (!isCloudEvent(payload)) {
    return parsePayload(bareSchema, payload).context;
  }
  return findContext(payload)
    ? parsePayload(inCloudEventSchema, payload).data.context
    : parsePayload(identitySchema, payload);
}
