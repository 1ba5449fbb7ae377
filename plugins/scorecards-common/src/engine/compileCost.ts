import { JsonValue } from '@backstage/types';
import { ConditionNode } from '../rule/types';

/** Steps of a comparison, without that of its texts. */
const COMPARISON = 2;

/** So many characters are compared in one step. */
const CHARACTERS = 16;

/** How many steps judging a value takes at most; see `LIMITS.evaluationSteps`. */
export type CostOf = (value: JsonValue | undefined) => number;

/** The cost of a condition, without that of the elements of a list, which are conditions of their own. */
export function compileCost({ subject, test }: ConditionNode): CostOf {
  const base = subject.kind === 'path' ? subject.path.split('.').length : 1;
  if (test.operator === '$matches') {
    const { size } = test.pattern;
    return value => base + size * lengthOf(value);
  }
  const comparisons = test.operator === '$in' ? test.operands.length : 1;
  return value =>
    base +
    comparisons * (COMPARISON + Math.floor(lengthOf(value) / CHARACTERS));
}

function lengthOf(value: JsonValue | undefined): number {
  return typeof value === 'string' ? value.length : 0;
}
