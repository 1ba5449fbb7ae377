import { JsonValue } from '@backstage/types';
import { Primitive } from '../rule/types';

/** Tells whether a value equals what it was made for. */
export type EqualityTest = (value: JsonValue | undefined) => boolean;

/**
 * The equality of filter predicates: texts without regard to case, and a number equals the text that spells it. What
 * can be done once for the operand is done here.
 */
export function compileEquality(operand: Primitive): EqualityTest {
  if (typeof operand === 'boolean') {
    return value => value === operand;
  }
  const text = String(operand);
  if (typeof operand === 'number') {
    return value =>
      value === operand ||
      (value !== undefined && value !== null && String(value) === text);
  }
  const upper = operand.toUpperCase();
  return value => {
    if (typeof value === 'string') {
      return value === operand || value.toUpperCase() === upper;
    }
    return typeof value === 'number' && String(value) === text;
  };
}
