import { isolated } from '@fairlead/bidi-text';
import { Primitive } from './types';

export function isPrimitive(value: unknown): value is Primitive {
  return (
    typeof value === 'string' ||
    typeof value === 'boolean' ||
    (typeof value === 'number' && Number.isFinite(value))
  );
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What a value is, in the words of a message: "a list", "the text 'x'". */
export function nameOf(value: unknown): string {
  if (value === null || value === undefined) {
    return 'nothing';
  }
  if (Array.isArray(value)) {
    return 'a list';
  }
  switch (typeof value) {
    case 'string':
      return isolated`the text '${
        value.length > 60 ? `${value.slice(0, 60)}…` : value
      }'`;
    case 'object':
      return 'an object';
    default:
      return `the ${typeof value} ${String(value)}`;
  }
}
