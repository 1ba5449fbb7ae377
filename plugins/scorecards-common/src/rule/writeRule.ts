import { JsonObject, JsonValue } from '@backstage/types';
import { Bound, ConditionNode, RuleNode, ValueTest } from './types';

/**
 * A rule as it would be written: what {@link parseRule} reads as the same node.
 *
 * @param options - `path` says what a condition looks at, `test` what it asks; as in the node when left out
 */
export function writeRule(
  node: RuleNode,
  options: {
    path?: (condition: ConditionNode) => string;
    test?: (condition: ConditionNode) => ValueTest;
  } = {},
): JsonObject {
  switch (node.kind) {
    case 'all':
      return { $all: node.nodes.map(part => writeRule(part, options)) };
    case 'any':
      return { $any: node.nodes.map(part => writeRule(part, options)) };
    case 'not':
      return { $not: writeRule(node.node, options) };
    default: {
      const test = writeTest(options.test?.(node) ?? node.test);
      const { subject } = node;
      if (options.path) {
        return { [options.path(node)]: test };
      }
      if (subject.kind === 'element') {
        return test;
      }
      return {
        [subject.kind === 'fact' ? `facts.${subject.id}` : subject.path]: test,
      };
    }
  }
}

function writeTest(test: ValueTest): JsonObject {
  const { operator } = test;
  switch (operator) {
    case '$eq':
    case '$ne':
      return { [operator]: test.operand.value };
    case '$in':
      return { $in: test.operands.map(({ value }) => value) };
    case '$gt':
    case '$gte':
    case '$lt':
    case '$lte':
      return { [operator]: writeBound(test.bound) };
    case '$exists':
      return { $exists: test.expected };
    case '$hasPrefix':
      return { $hasPrefix: test.prefix };
    case '$matches':
      return { $matches: test.pattern.source };
    case '$contains':
      return { $contains: writeRule(test.node) };
    default:
      return { [operator]: writeDuration(test.milliseconds) };
  }
}

function writeBound(bound: Bound): JsonValue {
  switch (bound.type) {
    case 'number':
      return bound.value;
    case 'duration':
      return writeDuration(bound.milliseconds);
    default:
      return bound.text;
  }
}

/** Rules write `10m` where sentences say `10 min`. */
function writeDuration(milliseconds: number): string {
  return `${milliseconds / 1000}s`;
}
