import { formatExactDuration, tryParseDuration } from '../duration';
import { FactType } from '../facts';
import { didYouMean, parseIsoDate } from '../text';
import { LIMITS } from './limits';
import {
  FILTER_OPERATORS,
  isFilterOperator,
  isValueOperator,
  OPERATORS_BY_FACT_TYPE,
  RULE_OPERATORS,
  ValueOperator,
} from './operators';
import { ParseContext } from './ParseContext';
import { ParsedSubject, timeUnitOf } from './parseSubject';
import { compilePattern } from './pattern';
import { Bound, Operand, OrderOperator, RuleNode, ValueTest } from './types';
import { isPrimitive, nameOf } from './values';

/** Reads what stands inside `$contains`; passed in, since predicates and tests contain each other. */
type ParseElement = (value: unknown, path: string) => RuleNode | undefined;

/** Reads one operator with its operand. */
export function parseTest(
  operator: string,
  operand: unknown,
  path: string,
  subject: ParsedSubject,
  context: ParseContext,
  parseElement: ParseElement,
): ValueTest | undefined {
  if (!isOperatorOf(operator, path, context)) {
    return undefined;
  }
  const type = subject.fact?.type;
  if (type && !OPERATORS_BY_FACT_TYPE[type].includes(operator)) {
    return context.problem(
      path,
      `${operator} never holds for '${
        subject.fact?.id
      }', which is declared as ${type}; use ${OPERATORS_BY_FACT_TYPE[type].join(
        ', ',
      )}`,
    );
  }
  switch (operator) {
    case '$eq':
    case '$ne': {
      const parsed = parseOperand(operand, path, subject, context);
      return parsed && { operator, operand: parsed };
    }
    case '$in':
      return parseIn(operand, path, subject, context);
    case '$gt':
    case '$gte':
    case '$lt':
    case '$lte':
      return parseOrder(operator, operand, path, subject, context);
    case '$exists':
      return typeof operand === 'boolean'
        ? { operator, expected: operand }
        : context.problem(
            path,
            `$exists takes true or false, not ${nameOf(operand)}`,
          );
    case '$hasPrefix':
      return typeof operand === 'string'
        ? { operator, prefix: operand }
        : context.problem(
            path,
            `$hasPrefix takes a text, not ${nameOf(operand)}`,
          );
    case '$matches':
      return parseMatches(operand, path, context);
    case '$olderThan':
    case '$newerThan':
      return parseAge(operator, operand, path, context);
    case '$contains': {
      const node = parseElement(operand, path);
      return node && { operator, node };
    }
    default:
      return undefined;
  }
}

function isOperatorOf(
  operator: string,
  path: string,
  context: ParseContext,
): operator is ValueOperator {
  const known = [
    ...FILTER_OPERATORS,
    ...(context.dialect === 'rule' ? RULE_OPERATORS : []),
  ];
  if (context.dialect === 'filter' && !isFilterOperator(operator)) {
    context.problem(
      path,
      isValueOperator(operator)
        ? `${operator} is an operator of rules; appliesTo is a plain filter predicate with ${known.join(
            ', ',
          )}`
        : `'${operator}' is not an operator.${didYouMean(operator, known)}`,
    );
    return false;
  }
  if (!isValueOperator(operator)) {
    context.problem(
      path,
      `'${operator}' is not an operator.${
        didYouMean(operator, known) || ` There are ${known.join(', ')}.`
      }`,
    );
    return false;
  }
  return true;
}

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
      `compares with a text, a number, true or false, not with ${nameOf(
        operand,
      )}`,
    );
  }
  const type = subject.fact?.type;
  if (type === 'string[]') {
    return context.problem(
      path,
      `'${subject.fact?.id}' is declared as a list of texts; use $contains`,
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
      `'${subject.fact?.id}' is declared as ${type} and compares with ${
        expected.name
      }, not with ${nameOf(operand)}`,
    );
  }
  return { value: operand };
}

function parseIn(
  operand: unknown,
  path: string,
  subject: ParsedSubject,
  context: ParseContext,
): ValueTest | undefined {
  if (!Array.isArray(operand) || operand.length === 0) {
    return context.problem(
      path,
      `$in takes a list of at least one value, not ${
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

function parseOrder(
  operator: OrderOperator,
  operand: unknown,
  path: string,
  subject: ParsedSubject,
  context: ParseContext,
): ValueTest | undefined {
  const bound = parseBound(operator, operand, path, subject, context);
  const type = subject.fact?.type;
  if (!bound) {
    return undefined;
  }
  if (type === 'date' && bound.type !== 'date') {
    return context.problem(
      path,
      `'${subject.fact?.id}' is a date: write an ISO 8601 date, or use $olderThan or $newerThan`,
    );
  }
  if ((type === 'number' || type === 'duration') && bound.type === 'date') {
    return context.problem(
      path,
      `'${subject.fact?.id}' is declared as ${type} and cannot be compared with a date`,
    );
  }
  return { operator, bound };
}

function parseBound(
  operator: OrderOperator,
  operand: unknown,
  path: string,
  subject: ParsedSubject,
  context: ParseContext,
): Bound | undefined {
  if (typeof operand === 'number' && Number.isFinite(operand)) {
    return { type: 'number', value: operand };
  }
  const time = parseIsoDate(operand);
  if (time !== undefined) {
    return { type: 'date', time, text: String(operand) };
  }
  const milliseconds =
    typeof operand === 'string' ? tryParseDuration(operand) : undefined;
  if (milliseconds === undefined) {
    return context.problem(
      path,
      `${operator} takes a number, a duration such as '10m' or an ISO 8601 date, not ${nameOf(
        operand,
      )}`,
    );
  }
  const unit = timeUnitOf(subject.subject);
  if (unit) {
    return { type: 'duration', milliseconds, unit };
  }
  if (subject.subject.kind === 'fact' && !context.judgesFacts) {
    return { type: 'duration', milliseconds };
  }
  return context.problem(
    path,
    subject.subject.kind === 'fact'
      ? `${formatExactDuration(milliseconds)} is a duration, but '${
          subject.subject.id
        }' has no unit of time; compare with a number${
          subject.subject.unit ? ` of ${subject.subject.unit}` : ''
        }`
      : `${formatExactDuration(
          milliseconds,
        )} is a duration, but only facts have a unit of time; compare with a number, or use $olderThan or $newerThan on a date`,
  );
}

function parseMatches(
  operand: unknown,
  path: string,
  context: ParseContext,
): ValueTest | undefined {
  if (typeof operand !== 'string') {
    return context.problem(
      path,
      `$matches takes a pattern, not ${nameOf(operand)}`,
    );
  }
  try {
    return { operator: '$matches', pattern: compilePattern(operand) };
  } catch (error) {
    return context.problem(path, error.message);
  }
}

function parseAge(
  operator: '$olderThan' | '$newerThan',
  operand: unknown,
  path: string,
  context: ParseContext,
): ValueTest | undefined {
  const milliseconds =
    typeof operand === 'string' ? tryParseDuration(operand) : undefined;
  return milliseconds === undefined
    ? context.problem(
        path,
        `${operator} takes a duration such as '30d', not ${nameOf(operand)}`,
      )
    : { operator, milliseconds };
}
