import { InputError } from '@backstage/errors';
import { z } from 'zod';
import { isStorableText } from './isStorableText';

/** Where an input stands in a request, as messages call it. @public */
export type InputPlace = 'Path' | 'Query' | 'Body';

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

/** Walks the input without recursion, since its depth is not known yet. */
function assertStorable(input: unknown, place: InputPlace): void {
  const rest: { value: unknown; depth: number }[] = [
    { value: input, depth: 0 },
  ];
  for (let next = rest.pop(); next; next = rest.pop()) {
    const { value, depth } = next;
    if (typeof value === 'string') {
      assertStorableText(value, place);
    } else if (typeof value === 'object' && value !== null) {
      if (depth === MAX_DEPTH) {
        throw new InputError(
          `${place}: is nested deeper than ${MAX_DEPTH} levels`,
        );
      }
      for (const [key, inner] of Object.entries(value)) {
        assertStorableText(key, place);
        rest.push({ value: inner, depth: depth + 1 });
      }
    }
  }
}

function assertStorableText(text: string, place: InputPlace): void {
  if (!isStorableText(text)) {
    throw new InputError(
      `${place}: text must be valid Unicode without NUL characters`,
    );
  }
}
