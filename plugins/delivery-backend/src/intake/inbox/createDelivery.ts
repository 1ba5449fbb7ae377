import { InputError } from '@backstage/errors';
import { JsonValue } from '@backstage/types';
import { DeliverySource } from '@fairlead/backstage-plugin-delivery-node';
import { createHash } from 'node:crypto';
import { DbDeliveryRow } from '../../database/tables';
import { canonicalJson } from './canonicalJson';
import { ReceiveOptions } from './Inbox';

/** Characters of a payload as JSON. */
const MAX_SIZE = 5 * 1024 * 1024;

/** A key that a source makes may be of any length; an index takes less than 3 kB. */
const MAX_KEY_LENGTH = 200;

/** A delivery as it is put into the inbox. */
export type NewDelivery = Omit<
  DbDeliveryRow,
  'id' | 'state' | 'reason' | 'attempts' | 'claimed_until' | 'processed_at'
> & { size: number; received_at: number };

/**
 * Makes the row of a delivery. Its key follows from the body alone, since no header survives Backstage's event bus.
 *
 * @throws InputError if the payload cannot be kept
 */
export function createDelivery(
  source: DeliverySource,
  value: JsonValue,
  options: ReceiveOptions & { now: number },
): NewDelivery {
  const payload = canonicalJson(value);
  if (payload.length > MAX_SIZE) {
    throw new InputError(`Larger than ${MAX_SIZE} characters`);
  }
  const type = typeOf(source, value, options.headers ?? {});
  const key = options.isAhead ? undefined : keyOf(source, value, type);
  return {
    source: source.id,
    key: key ?? sha256(payload),
    type: type ?? null,
    via: options.via,
    payload,
    size: payload.length,
    pull_id: options.pullId ?? null,
    received_at: options.now,
  };
}

/** The key that a delivery has in the inbox, unless it came ahead of its time. */
export function nameDelivery(
  source: DeliverySource,
  { payload, type }: Pick<DbDeliveryRow, 'payload' | 'type'>,
): string {
  return (
    keyOf(source, JSON.parse(payload), type ?? undefined) ?? sha256(payload)
  );
}

/** A source that stumbles over a payload must not lose it: the worker will tell what is wrong with it. */
function typeOf(
  source: DeliverySource,
  value: JsonValue,
  headers: Record<string, string | undefined>,
): string | undefined {
  try {
    return source.typeOf(value, headers)?.slice(0, 200);
  } catch {
    return undefined;
  }
}

function keyOf(
  source: DeliverySource,
  value: JsonValue,
  type: string | undefined,
): string | undefined {
  if (!source.keyOf || type === undefined) {
    return undefined;
  }
  try {
    const key = source.keyOf(value, type);
    return key.length > MAX_KEY_LENGTH ? sha256(key) : key;
  } catch {
    return undefined;
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
