import { JsonValue } from '@backstage/types';
import { Primitive } from '../rule/types';

/** Tells whether a value equals what it was made for. */
export type EqualityTest = (value: JsonValue | undefined) => boolean;

/**
 * The equality of filter predicates: texts without regard to case, and a number equals what is spelled alike. What can
 * be done once for the operand is done here.
 */
export function compileEquality(operand: Primitive): EqualityTest {
  if (typeof operand === 'boolean') {
    return value => value === operand;
  }
  if (typeof operand === 'number') {
    const text = String(operand);
    return value =>
      value === operand || (value !== null && spell(value) === text);
  }
  const upper = operand.toUpperCase();
  return value => {
    if (typeof value === 'string') {
      return value === operand || value.toUpperCase() === upper;
    }
    return typeof value === 'number' && String(value) === operand;
  };
}

/** `String(value)`, except that an object with a `toString` of its own is not asked: entities are written by anyone. */
function spell(value: JsonValue | undefined): string {
  if (Array.isArray(value)) {
    return value.map(item => (item === null ? '' : spell(item))).join(',');
  }
  return typeof value === 'object' ? '[object Object]' : String(value);
}
