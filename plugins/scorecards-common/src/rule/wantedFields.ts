import { JsonValue } from '@backstage/types';
import { Rule } from '../scorecard/types';
import { readRule } from './readRule';
import { ConditionNode, RuleNode, ValueTest } from './types';

/**
 * A field that an entity should have for a rule to hold.
 *
 * @public
 */
export interface WantedField {
  /** The keys that lead to it in the catalog file, outermost first. */
  keys: string[];
  /** A value that would do; undefined where the rule leaves it to the author. */
  value: JsonValue | undefined;
}

/**
 * The fields of the catalog file that a rule asks for. A rule that wants something to be absent or different names no
 * value that could be written, so nothing is said of it; of alternatives, the first is told.
 *
 * @param rule - the rule of a check
 * @param paths - only these fields, those that decided; all of them when left out
 * @throws InputError when it is not a rule.
 * @public
 */
export function wantedFields(
  rule: Rule,
  paths?: readonly string[],
): WantedField[] {
  return fieldsOf(readRule(rule, 'rule', { dialect: 'rule' }), paths);
}

function fieldsOf(
  node: RuleNode,
  paths: readonly string[] | undefined,
): WantedField[] {
  switch (node.kind) {
    case 'all':
      return node.nodes.flatMap(part => fieldsOf(part, paths));
    case 'any':
      return (
        node.nodes
          .map(part => fieldsOf(part, paths))
          .find(({ length }) => length > 0) ?? []
      );
    case 'not':
      return [];
    default:
      return fieldOf(node, paths);
  }
}

function fieldOf(
  { subject, test }: ConditionNode,
  paths: readonly string[] | undefined,
): WantedField[] {
  if (subject.kind !== 'path' || (paths && !paths.includes(subject.path))) {
    return [];
  }
  const keys = keysOf(subject.path);
  const wanted = keys && wantedValue(test);
  return wanted ? [{ keys, value: wanted.value }] : [];
}

/** The names of annotations and labels hold dots themselves; undefined for what no file says, as relations. */
function keysOf(path: string): string[] | undefined {
  const map = /^(metadata)\.(annotations|labels)\.(.+)$/.exec(path);
  if (map) {
    return map.slice(1);
  }
  return /^(metadata|spec)\../.test(path) ? path.split('.') : undefined;
}

/** Undefined where no value can be named, and none be asked for. */
function wantedValue(
  test: ValueTest,
): { value: JsonValue | undefined } | undefined {
  switch (test.operator) {
    case '$eq':
      return { value: test.operand.value };
    case '$in':
      return { value: test.operands[0]?.value };
    case '$exists':
      return test.expected ? { value: undefined } : undefined;
    case '$hasPrefix':
    case '$matches':
      return { value: undefined };
    case '$contains': {
      const element = wantedElement(test.node);
      return element && { value: element.value && [element.value] };
    }
    default:
      return undefined;
  }
}

function wantedElement(
  node: RuleNode,
): { value: JsonValue | undefined } | undefined {
  if (node.kind === 'condition' && node.subject.kind === 'element') {
    return wantedValue(node.test);
  }
  const fields: [string, JsonValue][] = [];
  for (const part of node.kind === 'all' ? node.nodes : [node]) {
    if (part.kind === 'condition' && part.subject.kind === 'path') {
      const value = wantedValue(part.test)?.value;
      if (value !== undefined) {
        fields.push([part.subject.path, value]);
      }
    }
  }
  return fields.length > 0 ? { value: Object.fromEntries(fields) } : undefined;
}
