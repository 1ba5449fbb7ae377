import { JsonValue } from '@backstage/types';
import { describeTest } from '../../rule/describeTest';
import { ConditionNode, Primitive } from '../../rule/types';
import { writeRule } from '../../rule/writeRule';
import { FixPlaceholder } from '../types';
import { exampleValues } from './examples';
import { Literal } from './findWays';
import { COST, SolvedValue } from './Solution';
import { Tests } from './Tests';

/** Examples of one placeholder that are tried: the catalog takes only some texts as a tag or an owner. */
const MOST_EXAMPLES = 3;

const NO_PLACEHOLDER = {
  placeholders: [],
  examples: new Map<string, JsonValue>(),
  assumed: [],
};

/** Values of one field that meet all its conditions, the cheapest first. */
export function solveScalar(
  literals: readonly Literal[],
  options: {
    /** What the field is called in sentences. */
    name: string;
    /** Whether only texts can stand there. */
    isText: boolean;
    /** Whether the field may go. */
    canGo: boolean;
    tests: Tests;
  },
): SolvedValue[] {
  const { isText, canGo, tests } = options;
  const meetsAll = (value: JsonValue | undefined, of = literals) =>
    of.every(({ node: { test }, wants }) =>
      tests.meets(value, { test, wants }),
    );
  const solved: SolvedValue[] = literals
    .flatMap(operandsOf)
    .map(value => (isText ? String(value) : value))
    .filter(value => meetsAll(value))
    .map(value => ({ ...NO_PLACEHOLDER, value, cost: COST.write }));
  if (canGo && meetsAll(undefined)) {
    solved.push({ ...NO_PLACEHOLDER, value: undefined, cost: COST.remove });
  }
  if (solved.some(({ value }) => value !== undefined)) {
    return solved;
  }
  return [...solved, ...solveByHand(literals, { ...options, meetsAll })];
}

/** Values that the rule names. */
function operandsOf({ node: { test }, wants }: Literal): Primitive[] {
  switch (test.operator) {
    case '$eq':
      return wants ? [test.operand.value] : [];
    case '$ne':
      return wants ? [] : [test.operand.value];
    case '$in':
      return wants ? test.operands.map(({ value }) => value) : [];
    default:
      return [];
  }
}

/** A placeholder, with examples that show that some value meets all conditions. */
function solveByHand(
  literals: readonly Literal[],
  options: {
    name: string;
    isText: boolean;
    tests: Tests;
    meetsAll(value: JsonValue, of?: readonly Literal[]): boolean;
  },
): SolvedValue[] {
  const { name, isText, tests, meetsAll } = options;
  const [{ node }] = literals;
  const candidates = exampleValues(
    node.subject,
    literals.map(({ node: { test }, wants }) => ({ test, wants })),
    { field: name, now: tests.now },
  ).map(value => (isText ? String(value) : value));
  const solve = (
    of: readonly Literal[],
    assumed: readonly ConditionNode[],
  ): SolvedValue[] =>
    candidates
      .filter(value => meetsAll(value, of))
      .slice(0, MOST_EXAMPLES)
      .map(example => {
        const placeholder = createPlaceholder(literals, { name, example });
        return {
          value: placeholder.marker,
          placeholders: [placeholder],
          examples: new Map([[placeholder.marker, example]]),
          assumed,
          cost: COST.fillIn,
        };
      });
  const solved = solve(literals, []);
  if (solved.length > 0) {
    return solved;
  }
  const isPattern = ({ node: { test }, wants }: Literal) =>
    wants && test.operator === '$matches';
  const patterns = literals.filter(isPattern).map(literal => literal.node);
  return patterns.length > 0
    ? solve(
        literals.filter(literal => !isPattern(literal)),
        patterns,
      )
    : [];
}

function createPlaceholder(
  literals: readonly Literal[],
  { name, example }: { name: string; example: JsonValue },
): FixPlaceholder {
  const asked = literals.filter(
    ({ node: { test } }) =>
      literals.length === 1 || test.operator !== '$exists',
  );
  const prefix = literals.flatMap(({ node: { test }, wants }) =>
    wants && test.operator === '$hasPrefix' ? [test.prefix] : [],
  )[0];
  return {
    marker: `${prefix ?? ''}<fill in ${name}>`,
    path: name,
    wanted: asked
      .map(
        ({ node: { test, subject }, wants }) =>
          describeTest(test, subject, !wants).wants,
      )
      .join(', '),
    ...(prefix && { prefix }),
    type: typeof example === 'number' ? 'number' : 'text',
    rule: {
      $all: literals.map(({ node, wants }) => {
        const rule = writeRule(node, { path: () => 'spec.value' });
        return wants ? rule : { $not: rule };
      }),
    },
  };
}
