import { isolated } from '@fairlead/bidi-text';
import { tryParseDuration } from '../duration';
import { FactType } from '../facts';
import { parseIsoDate } from '../text';
import { LIMITS } from './limits';
import { ParseContext } from './ParseContext';
import { ParsedSubject, timeUnitOf } from './parseSubject';
import { Operand, ValueTest } from './types';
import { isPrimitive, nameOf } from './values';

const OPERAND_OF_TYPE: Partial<
  Record<FactType, { fits(value: unknown): boolean; name: string }>
> = {
  boolean: {
    fits: value => typeof value === 'boolean',
    name: 'true or false, without quotes',
  },
  number: {
    fits: value => typeof value !== 'boolean' && !Number.isNaN(Number(value)),
    name: 'a number',
  },
  duration: {
    fits: value => typeof value === 'number',
    name: "a duration such as '10m', or a number",
  },
  string: { fits: value => typeof value !== 'boolean', name: 'a text' },
  date: {
    fits: value => parseIsoDate(value) !== undefined,
    name: 'an ISO 8601 date',
  },
};

/** Reads the operand of `$eq`, `$ne`, `$in` and of a value without operator. */
export function parseOperand(
  operand: unknown,
  path: string,
  subject: ParsedSubject,
  context: ParseContext,
): Operand | undefined {
  if (!isPrimitive(operand)) {
    return context.problem(
      path,
      isolated`compares with a text, a number, true or false, not with ${nameOf(
        operand,
      )}`,
    );
  }
  const type = subject.fact?.type;
  if (type === 'string[]') {
    return context.problem(
      path,
      isolated`'${subject.fact?.id}' is declared as a list of texts; use $contains`,
    );
  }
  const unit = timeUnitOf(subject.subject);
  if (typeof operand === 'string' && unit && type !== 'string') {
    const milliseconds = tryParseDuration(operand);
    if (milliseconds !== undefined) {
      return { value: operand, duration: { milliseconds, unit } };
    }
  }
  const expected = type && OPERAND_OF_TYPE[type];
  if (expected && !expected.fits(operand)) {
    return context.problem(
      path,
      isolated`'${subject.fact?.id}' is declared as ${type} and compares with ${
        expected.name
      }, not with ${nameOf(operand)}`,
    );
  }
  return { value: operand };
}

/** Reads the operand of `$in`. */
export function parseIn(
  operand: unknown,
  path: string,
  subject: ParsedSubject,
  context: ParseContext,
): ValueTest | undefined {
  if (!Array.isArray(operand) || operand.length === 0) {
    return context.problem(
      path,
      isolated`$in takes a list of at least one value, not ${
        Array.isArray(operand) ? 'an empty one' : nameOf(operand)
      }`,
    );
  }
  if (operand.length > LIMITS.listOperands) {
    return context.problem(
      path,
      `$in takes at most ${LIMITS.listOperands} values, not ${operand.length}`,
    );
  }
  const operands = operand.map((item, index) =>
    parseOperand(item, `${path}[${index}]`, subject, context),
  );
  return operands.every(item => item !== undefined)
    ? { operator: '$in', operands: operands as Operand[] }
    : undefined;
}
