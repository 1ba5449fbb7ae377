import { isolated } from '@fairlead/bidi-text';
import { didYouMean } from '../text';
import { LIMITS } from './limits';
import {
  FILTER_OPERATORS,
  isLogicalOperator,
  isValueOperator,
  LOGICAL_OPERATORS,
  LogicalOperator,
  RULE_OPERATORS,
} from './operators';
import { ParseContext } from './ParseContext';
import { parseOperand } from './parseOperand';
import { ParsedSubject, parseSubject } from './parseSubject';
import { parseTest } from './parseTest';
import { RuleNode } from './types';
import { isObject, isPrimitive, nameOf } from './values';

interface Scope {
  /** What paths start at. */
  root: 'entity' | 'element';
  depth: number;
}

const ELEMENT: ParsedSubject = { subject: { kind: 'element' } };

/**
 * Reads a rule, or with the `filter` dialect a plain filter predicate. Whatever is wrong goes to the context, with its
 * path; undefined comes back when anything was.
 */
export function parseRule(
  value: unknown,
  path: string,
  context: ParseContext,
): RuleNode | undefined {
  return parsePredicate(value, path, { root: 'entity', depth: 0 }, context);
}

function parsePredicate(
  value: unknown,
  path: string,
  scope: Scope,
  context: ParseContext,
): RuleNode | undefined {
  if (scope.depth > LIMITS.ruleNesting) {
    return context.problem(
      path,
      `conditions nest at most ${LIMITS.ruleNesting} deep`,
    );
  }
  if (scope.root === 'element' && isPrimitive(value)) {
    return parsePlain(value, path, ELEMENT, context);
  }
  if (!isObject(value)) {
    return context.problem(
      path,
      isolated`must be conditions such as { spec.lifecycle: production }, not ${nameOf(
        value,
      )}`,
    );
  }
  const keys = Object.keys(value);
  const logical = keys.find(isLogicalOperator);
  if (logical) {
    return keys.length === 1
      ? parseLogical(logical, value[logical], path, scope, context)
      : context.problem(
          path,
          `${logical} stands alone; to combine it with other conditions put them all into $all`,
        );
  }
  if (scope.root === 'element' && keys.some(key => key.startsWith('$'))) {
    return context.dialect === 'rule'
      ? parseTests(value, path, ELEMENT, scope, context)
      : context.problem(
          path,
          `$contains takes a value or conditions on fields of the element`,
        );
  }
  return parsePaths(value, keys, path, scope, context);
}

function parseLogical(
  operator: LogicalOperator,
  operand: unknown,
  path: string,
  scope: Scope,
  context: ParseContext,
): RuleNode | undefined {
  const deeper = { ...scope, depth: scope.depth + 1 };
  const operandPath = `${path}.${operator}`;
  if (!context.takeCondition(operandPath)) {
    return undefined;
  }
  if (operator === '$not') {
    const node = parsePredicate(operand, operandPath, deeper, context);
    return node && { kind: 'not', node };
  }
  if (!Array.isArray(operand) || operand.length === 0) {
    return context.problem(
      operandPath,
      `${operator} takes a list of at least one condition`,
    );
  }
  const nodes = operand.map((item, index) =>
    parsePredicate(item, `${operandPath}[${index}]`, deeper, context),
  );
  return combine(operator === '$all' ? 'all' : 'any', nodes);
}

function parsePaths(
  value: Record<string, unknown>,
  keys: string[],
  path: string,
  scope: Scope,
  context: ParseContext,
): RuleNode | undefined {
  if (keys.length === 0 && context.dialect === 'rule') {
    return context.problem(
      path,
      'has no condition, so everything would pass; write at least one',
    );
  }
  const nodes: (RuleNode | undefined)[] = [];
  for (const key of keys) {
    const keyPath = `${path}.${key}`;
    if (!context.takeCondition(keyPath)) {
      return undefined;
    }
    nodes.push(
      key.startsWith('$')
        ? context.problem(keyPath, misplacedOperator(key))
        : parseCondition(key, value[key], keyPath, scope, context),
    );
  }
  return combine('all', nodes);
}

function misplacedOperator(key: string): string {
  return isValueOperator(key)
    ? `${key} tests a value: write it under a path, for example { spec.type: { ${key}: … } }`
    : isolated`'${key}' is not an operator.${didYouMean(key, [
        ...LOGICAL_OPERATORS,
        ...FILTER_OPERATORS,
        ...RULE_OPERATORS,
      ])}`;
}

function parseCondition(
  key: string,
  value: unknown,
  path: string,
  scope: Scope,
  context: ParseContext,
): RuleNode | undefined {
  const subject = parseSubject(key, path, scope.root, context);
  if (!subject) {
    return undefined;
  }
  return isObject(value)
    ? parseTests(value, path, subject, scope, context)
    : parsePlain(value, path, subject, context);
}

function parsePlain(
  value: unknown,
  path: string,
  subject: ParsedSubject,
  context: ParseContext,
): RuleNode | undefined {
  const operand = parseOperand(value, path, subject, context);
  return (
    operand && {
      kind: 'condition',
      subject: subject.subject,
      test: { operator: '$eq', operand },
    }
  );
}

function parseTests(
  value: Record<string, unknown>,
  path: string,
  subject: ParsedSubject,
  scope: Scope,
  context: ParseContext,
): RuleNode | undefined {
  const keys = Object.keys(value);
  if (keys.length === 0) {
    return context.problem(path, 'has no operator, write for example $exists');
  }
  const field = keys.find(key => !key.startsWith('$'));
  if (field !== undefined) {
    return context.problem(
      `${path}.${field}`,
      isolated`'${field}' is not an operator; a field further down is named with dots, as one path`,
    );
  }
  if (keys.length > 1 && context.dialect === 'filter') {
    return context.problem(
      path,
      isolated`a filter predicate tests a path with one operator, not with ${keys.join(
        ' and ',
      )}; put the others into $all`,
    );
  }
  const nodes = keys.map((operator): RuleNode | undefined => {
    const test = parseTest(
      operator,
      value[operator],
      `${path}.${operator}`,
      subject,
      context,
      (element, elementPath) =>
        parsePredicate(
          element,
          elementPath,
          { root: 'element', depth: scope.depth + 1 },
          context,
        ),
    );
    return test && { kind: 'condition', subject: subject.subject, test };
  });
  return combine('all', nodes);
}

function combine(
  kind: 'all' | 'any',
  nodes: (RuleNode | undefined)[],
): RuleNode | undefined {
  if (nodes.some(node => node === undefined)) {
    return undefined;
  }
  return nodes.length === 1 ? nodes[0] : { kind, nodes: nodes as RuleNode[] };
}
