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
      value === operand ||
      (value !== null && spell(value, text.length) === text);
  }
  const upper = operand.toUpperCase();
  return value => {
    if (typeof value === 'string') {
      return value === operand || value.toUpperCase() === upper;
    }
    return typeof value === 'number' && String(value) === operand;
  };
}

/**
 * `String(value)`, except that an object with a `toString` of its own is not asked, and that a list is not spelled much
 * further than `length`: entities are written by anyone.
 */
function spell(value: JsonValue | undefined, length: number): string {
  if (Array.isArray(value)) {
    let text = '';
    for (
      let index = 0;
      index < value.length && text.length <= length;
      index += 1
    ) {
      const item = value[index];
      text += `${index ? ',' : ''}${item === null ? '' : spell(item, length)}`;
    }
    return text;
  }
  return typeof value === 'object' ? '[object Object]' : String(value);
}
