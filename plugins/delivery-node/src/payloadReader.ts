import { JsonValue } from '@backstage/types';
import { z } from 'zod';
import { parsePayload } from './parsePayload';
import { Observation, ReadContext } from './sources';

/** Reads one type of payload. @public */
export interface PayloadReader<TContext extends ReadContext = ReadContext> {
  /** Drops all that is not read. What is left can be read again and tells the same. */
  pick(payload: JsonValue): JsonValue;
  /** @throws InputError that names the path if the payload is malformed */
  read(payload: JsonValue, context: TContext): Observation[];
}

/**
 * Makes a reader of the schema of all that it reads, and of what that tells.
 *
 * @public
 */
export function createPayloadReader<
  TSchema extends z.ZodType,
  TContext extends ReadContext = ReadContext,
>(
  schema: TSchema,
  read: (payload: z.output<TSchema>, context: TContext) => Observation[],
): PayloadReader<TContext> {
  return {
    pick: payload => JSON.parse(JSON.stringify(parsePayload(schema, payload))),
    read: (payload, context) => read(parsePayload(schema, payload), context),
  };
}
