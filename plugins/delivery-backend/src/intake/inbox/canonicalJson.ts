import { InputError } from '@backstage/errors';
import { toStorableText } from '@fairlead/bulk-sql';

/** Deeper than any payload that makes sense, far less than what a recursive reader stands. */
const MAX_DEPTH = 100;

/**
 * The JSON of a value, the same for equal values whatever the order of their keys, of text that any database takes.
 *
 * @throws InputError if it is nested deeper than any payload that makes sense
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(inOrder(value, 0)) ?? 'null';
}

/** The value with its keys in the order of their names. Put into order and written at once, it takes half the time. */
function inOrder(value: unknown, depth: number): unknown {
  if (typeof value === 'string') {
    return toStorableText(value);
  }
  if (value === null || typeof value !== 'object') {
    return value;
  }
  if (depth === MAX_DEPTH) {
    throw new InputError(`Nested deeper than ${MAX_DEPTH} levels`);
  }
  if (Array.isArray(value)) {
    return value.map(item => inOrder(item, depth + 1));
  }
  const ordered: Record<string, unknown> = {};
  for (const key of Object.keys(value).sort()) {
    const inner = inOrder((value as Record<string, unknown>)[key], depth + 1);
    const name = toStorableText(key);
    if (name === '__proto__') {
      Object.defineProperty(ordered, name, { value: inner, enumerable: true });
    } else {
      ordered[name] = inner;
    }
  }
  return ordered;
}
