import { JsonValue } from '@backstage/types';
import {
  Observation,
  parsePayload,
  ReadContext,
} from '@fairlead/backstage-plugin-delivery-node';
import { z } from 'zod';
import { GithubOptions } from '../GithubOptions';

/** What readers may use. */
export interface ReaderContext extends ReadContext {
  options: GithubOptions;
}

/** Reads one type of delivery. */
export interface Reader {
  /** Drops all that is not read. What is left can be read again and tells the same. */
  pick(payload: JsonValue): JsonValue;
  /** @throws InputError that names the path if the payload is malformed */
  read(payload: JsonValue, context: ReaderContext): Observation[];
}

/** Makes a reader of the schema of all that it reads, and of what that tells. */
export function createReader<T extends z.ZodType>(
  schema: T,
  read: (payload: z.output<T>, context: ReaderContext) => Observation[],
): Reader {
  return {
    pick: payload => JSON.parse(JSON.stringify(parsePayload(schema, payload))),
    read: (payload, context) => read(parsePayload(schema, payload), context),
  };
}
