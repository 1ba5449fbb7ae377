import { isolated } from '@fairlead/bidi-text';
import { tryParseDuration } from '../duration';
import { didYouMean } from '../text';
import {
  FILTER_OPERATORS,
  isFilterOperator,
  isValueOperator,
  OPERATORS_BY_FACT_TYPE,
  RULE_OPERATORS,
  ValueOperator,
} from './operators';
import { ParseContext } from './ParseContext';
import { parseIn, parseOperand } from './parseOperand';
import { parseOrder } from './parseOrder';
import { ParsedSubject } from './parseSubject';
import { RuleNode, ValueTest } from './types';
import { nameOf } from './values';

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
      isolated`${operator} never holds for '${
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
            isolated`$exists takes true or false, not ${nameOf(operand)}`,
          );
    case '$hasPrefix':
      return typeof operand === 'string'
        ? { operator, prefix: operand }
        : context.problem(
            path,
            isolated`$hasPrefix takes a text, not ${nameOf(operand)}`,
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
        ? isolated`${operator} is an operator of rules; appliesTo is a plain filter predicate with ${known.join(
            ', ',
          )}`
        : isolated`'${operator}' is not an operator.${didYouMean(
            operator,
            known,
          )}`,
    );
    return false;
  }
  if (!isValueOperator(operator)) {
    context.problem(
      path,
      isolated`'${operator}' is not an operator.${
        didYouMean(operator, known) || ` There are ${known.join(', ')}.`
      }`,
    );
    return false;
  }
  return true;
}

function parseMatches(
  operand: unknown,
  path: string,
  context: ParseContext,
): ValueTest | undefined {
  if (typeof operand !== 'string') {
    return context.problem(
      path,
      isolated`$matches takes a pattern, not ${nameOf(operand)}`,
    );
  }
  try {
    return { operator: '$matches', pattern: context.patterns.compile(operand) };
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
        isolated`${operator} takes a duration such as '30d', not ${nameOf(
          operand,
        )}`,
      )
    : { operator, milliseconds };
}
