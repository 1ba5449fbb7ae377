import { InputError } from '@backstage/errors';

/** Deeper than any payload that makes sense, far less than what a recursive reader stands. */
const MAX_DEPTH = 100;

const PERHAPS_UNSTORABLE = /[\0\ud800-\udfff]/;

/** PostgreSQL's text takes neither NUL nor half a surrogate pair: the first is left out, the second becomes U+FFFD. */
function storable(text: string): string {
  return PERHAPS_UNSTORABLE.test(text)
    ? Buffer.from(text.replaceAll('\0', ''), 'utf8').toString('utf8')
    : text;
}

/**
 * The JSON of a value, the same for equal values whatever the order of their keys, of text that any database takes.
 *
 * @throws InputError if it is nested deeper than any payload that makes sense
 */
export function canonicalJson(value: unknown): string {
  return write(value, 0);
}

function write(value: unknown, depth: number): string {
  if (typeof value === 'string') {
    return JSON.stringify(storable(value));
  }
  if (value === null || typeof value !== 'object') {
    return JSON.stringify(value) ?? 'null';
  }
  if (depth === MAX_DEPTH) {
    throw new InputError(`Nested deeper than ${MAX_DEPTH} levels`);
  }
  if (Array.isArray(value)) {
    return `[${value.map(item => write(item, depth + 1)).join()}]`;
  }
  const members: string[] = [];
  for (const key of Object.keys(value).sort()) {
    const inner = (value as Record<string, unknown>)[key];
    if (inner !== undefined) {
      members.push(
        `${JSON.stringify(storable(key))}:${write(inner, depth + 1)}`,
      );
    }
  }
  return `{${members.join()}}`;
}
