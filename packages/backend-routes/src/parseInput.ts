import { InputError } from '@backstage/errors';
import { z } from 'zod';
import { isStorableText } from '@fairlead/bulk-sql';

/** Where an input stands in a request or in the input of an action, as messages call it. @public */
export type InputPlace =
  | 'Path'
  | 'Query'
  | 'Body'
  | 'Input'
  | `Input '${string}'`;

/** Deeper than anything that makes sense, far less than what a recursive reader stands. */
const MAX_DEPTH = 100;

/** Reads an input with its schema. Throws an InputError that names the field. @public */
export function parseInput<T extends z.ZodType>(
  schema: T,
  input: unknown,
  place: InputPlace,
): z.output<T> {
  assertStorable(input, place);
  const parsed = schema.safeParse(input);
  if (!parsed.success) {
    throw new InputError(
      parsed.error.issues.map(issue => describeIssue(issue, place)).join('; '),
    );
  }
  return parsed.data;
}

function describeIssue(issue: z.core.$ZodIssue, place: InputPlace): string {
  const message = issue.message.replace(/^./, first => first.toLowerCase());
  const field = z.core.toDotPath(issue.path);
  return field ? `${place} '${field}': ${message}` : `${place}: ${message}`;
}

/** Its depth is not known yet: it is followed no deeper than is allowed. */
function assertStorable(value: unknown, place: InputPlace, depth = 0): void {
  if (typeof value === 'string') {
    assertStorableText(value, place);
  }
  if (
    typeof value !== 'object' ||
    value === null ||
    value instanceof Uint8Array
  ) {
    return;
  }
  if (depth === MAX_DEPTH) {
    throw new InputError(`${place}: is nested deeper than ${MAX_DEPTH} levels`);
  }
  if (Array.isArray(value)) {
    value.forEach(inner => assertStorable(inner, place, depth + 1));
    return;
  }
  for (const key of Object.keys(value)) {
    assertStorableText(key, place);
    assertStorable((value as Record<string, unknown>)[key], place, depth + 1);
  }
}

function assertStorableText(text: string, place: InputPlace): void {
  if (!isStorableText(text)) {
    throw new InputError(
      `${place}: text must be valid Unicode without NUL characters`,
    );
  }
}
