import { isolate } from '@fairlead/bidi-text';
import { formatExactDuration } from '../duration';
import { formatAmount, formatValue } from './formatValue';
import {
  Bound,
  ConditionNode,
  Operand,
  OrderOperator,
  RuleNode,
  Subject,
  ValueTest,
} from './types';

const ORDER_WORDS: Record<OrderOperator, { amount: string; date: string }> = {
  $gt: { amount: 'more than', date: 'after' },
  $gte: { amount: 'at least', date: 'on or after' },
  $lt: { amount: 'less than', date: 'before' },
  $lte: { amount: 'at most', date: 'on or before' },
};

const OPPOSITE: Record<OrderOperator, OrderOperator> = {
  $gt: '$lte',
  $gte: '$lt',
  $lt: '$gte',
  $lte: '$gt',
};

/** What a sentence calls facts: their ids, or their titles where they have one. */
export type Naming = 'ids' | 'titles';

/** A test in words, twice: as a verb after its subject, and as what the rule wants. */
export interface TestWords {
  /** `is at most 10 min` */
  verb: string;
  /** `at most 10 min` */
  wants: string;
}

/** Puts a test into words; with `negated`, its opposite. */
export function describeTest(
  test: ValueTest,
  subject: Subject,
  negated: boolean,
): TestWords {
  const unit = subject.kind === 'fact' ? subject.unit : undefined;
  switch (test.operator) {
    case '$eq':
    case '$ne': {
      const text = describeOperand(test.operand, unit);
      return (test.operator === '$eq') !== negated
        ? { verb: `is ${text}`, wants: text }
        : { verb: `is not ${text}`, wants: `anything but ${text}` };
    }
    case '$in': {
      const list = test.operands
        .map(operand => describeOperand(operand, unit))
        .join(', ');
      return afterIs(`${negated ? 'none' : 'one'} of ${list}`);
    }
    case '$gt':
    case '$gte':
    case '$lt':
    case '$lte': {
      const words =
        ORDER_WORDS[negated ? OPPOSITE[test.operator] : test.operator];
      return afterIs(
        `${
          test.bound.type === 'date' ? words.date : words.amount
        } ${describeBound(test.bound, unit)}`,
      );
    }
    case '$exists':
      return test.expected !== negated
        ? { verb: 'is set', wants: 'a value' }
        : { verb: 'is not set', wants: 'no value' };
    case '$hasPrefix':
      return aThat(
        'value',
        ['starts with', 'start with'],
        `"${isolate(test.prefix)}"`,
        negated,
      );
    case '$matches':
      return aThat(
        'value',
        ['matches', 'match'],
        `/${isolate(test.pattern.source)}/`,
        negated,
      );
    case '$olderThan':
    case '$newerThan':
      return afterIs(
        `${
          (test.operator === '$olderThan') === negated ? 'newer' : 'older'
        } than ${formatExactDuration(test.milliseconds)}`,
      );
    case '$contains':
      return aThat(
        'list',
        ['contains', 'contain'],
        describeElement(test.node),
        negated,
      );
    default:
      return afterIs('');
  }
}

function afterIs(words: string): TestWords {
  return { verb: `is ${words}`, wants: words };
}

function aThat(
  noun: string,
  [does, doesNot]: [string, string],
  object: string,
  negated: boolean,
): TestWords {
  const words = `${negated ? `does not ${doesNot}` : does} ${object}`;
  return { verb: words, wants: `a ${noun} that ${words}` };
}

function describeOperand(operand: Operand, unit: string | undefined): string {
  if (operand.duration) {
    return formatExactDuration(operand.duration.milliseconds);
  }
  return typeof operand.value === 'number'
    ? formatAmount(operand.value, unit, { exact: true })
    : formatValue(operand.value);
}

export function describeBound(bound: Bound, unit: string | undefined): string {
  switch (bound.type) {
    case 'number':
      return formatAmount(bound.value, unit, { exact: true });
    case 'duration':
      return formatExactDuration(bound.milliseconds);
    default:
      return bound.text;
  }
}

/** Facts cannot be read within a list, so nothing in it has a title. */
function describeElement(node: RuleNode): string {
  if (node.kind === 'condition' && node.subject.kind === 'element') {
    return node.test.operator === '$eq'
      ? describeOperand(node.test.operand, undefined)
      : `an element that ${describeCondition(node, false, 'ids')}`;
  }
  return `an element where ${describeNode(node, 'ids')}`;
}

function nameSubject(subject: Subject, naming: Naming): string {
  switch (subject.kind) {
    case 'fact':
      return isolate((naming === 'titles' && subject.title) || subject.id);
    case 'path':
      return isolate(subject.path);
    default:
      return '';
  }
}

function describeCondition(
  node: ConditionNode,
  negated: boolean,
  naming: Naming,
): string {
  const name = nameSubject(node.subject, naming);
  const answer = naming === 'titles' && wantedAnswer(node, negated);
  if (answer) {
    return `${name}: ${answer}`;
  }
  if (naming === 'titles' && node.test.operator === '$matches') {
    // A pattern says nothing to most readers.
    return `${name} has ${negated ? 'not ' : ''}the form that the rule gives`;
  }
  const { verb } = describeTest(node.test, node.subject, negated);
  return `${name} ${verb}`.trim();
}

/** What is wanted of a fact that is a question of yes or no, whose title says what is asked. */
function wantedAnswer(
  { subject, test }: ConditionNode,
  negated: boolean,
): 'yes' | 'no' | undefined {
  if (
    subject.kind !== 'fact' ||
    !subject.title ||
    (test.operator !== '$eq' && test.operator !== '$ne') ||
    typeof test.operand.value !== 'boolean'
  ) {
    return undefined;
  }
  const isAsked = (test.operator === '$eq') !== negated;
  return test.operand.value === isAsked ? 'yes' : 'no';
}

/** A rule in words; the parts of a mixed rule stand in parentheses. */
export function describeNode(node: RuleNode, naming: Naming = 'ids'): string {
  switch (node.kind) {
    case 'condition':
      return describeCondition(node, false, naming);
    case 'not':
      return node.node.kind === 'condition'
        ? describeCondition(node.node, true, naming)
        : `not (${describeNode(node.node, naming)})`;
    default: {
      if (node.nodes.length === 0) {
        return 'anything';
      }
      const word = node.kind === 'all' ? ' and ' : ' or ';
      return node.nodes
        .map(part =>
          part.kind === 'condition' || part.kind === 'not'
            ? describeNode(part, naming)
            : `(${describeNode(part, naming)})`,
        )
        .join(word);
    }
  }
}
