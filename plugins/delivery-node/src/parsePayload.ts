import { InputError } from '@backstage/errors';
import { parseInstant } from '@fairlead/backstage-plugin-delivery-common';
import { z } from 'zod';

/**
 * Reads what a source needs of a payload.
 *
 * @param schema - states only what is read: senders add fields at any time
 * @throws InputError with the path of the first field that is not as it should be, and never its value
 * @public
 */
export function parsePayload<T extends z.ZodType>(
  schema: T,
  payload: unknown,
): z.output<T> {
  const parsed = schema.safeParse(payload);
  if (parsed.success) {
    return parsed.data;
  }
  const [{ path, message }] = parsed.error.issues;
  const place = z.core.toDotPath(path);
  const reason = message.replace(/^./, first => first.toLowerCase());
  throw new InputError(place ? `'${place}': ${reason}` : `Payload: ${reason}`);
}

/**
 * A time of a payload, in any form that sources write; see `parseInstant`.
 *
 * @public
 */
export const payloadInstantSchema: z.ZodType<string, string> = z
  .string()
  .transform((text, context) => {
    try {
      return parseInstant(text);
    } catch {
      context.addIssue({ code: 'custom', message: 'is not a date and time' });
      return z.NEVER;
    }
  });
