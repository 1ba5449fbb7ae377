import { JsonValue } from '@backstage/types';
import { isTimeUnit, MILLISECONDS_PER_UNIT } from '../duration';
import { Fact } from '../facts';
import { LIMITS } from '../rule/limits';
import {
  Bound,
  Duration,
  Operand,
  OrderOperator,
  RuleNode,
  ValueTest,
} from '../rule/types';
import { parseIsoDate } from '../text';
import { compileEquality } from './equality';
import { EvaluationContext } from './EvaluationContext';
import { negate, OUTCOME, Outcome, toOutcome } from './outcome';

/** Judges a value; `fact` is given when the value is that of a fact. */
export type CompiledTest = (
  value: JsonValue | undefined,
  fact: Fact | undefined,
) => Outcome;

export interface CompileTestOptions {
  context: EvaluationContext;
  /** What a test comes to that cannot be asked of a value of this type. */
  mismatch: Outcome;
  compileElement(node: RuleNode): (element: unknown) => Outcome;
}

export function compileTest(
  test: ValueTest,
  options: CompileTestOptions,
): CompiledTest {
  const { context, mismatch } = options;
  switch (test.operator) {
    case '$eq':
      return compileEquals(test.operand);
    case '$ne': {
      const equals = compileEquals(test.operand);
      return (value, fact) => negate(equals(value, fact));
    }
    case '$in':
      return compileIn(test.operands);
    case '$gt':
    case '$gte':
    case '$lt':
    case '$lte':
      return compileOrder(test.operator, test.bound, mismatch);
    case '$exists': {
      const { expected } = test;
      return value => toOutcome((value !== undefined) === expected);
    }
    case '$hasPrefix': {
      const prefix = test.prefix.toUpperCase();
      return value =>
        typeof value === 'string'
          ? toOutcome(value.toUpperCase().startsWith(prefix))
          : mismatch;
    }
    case '$matches': {
      const { pattern } = test;
      return value => {
        if (typeof value !== 'string') {
          return mismatch;
        }
        return value.length <= LIMITS.patternInput
          ? toOutcome(pattern.isFoundIn(value))
          : OUTCOME.error;
      };
    }
    case '$olderThan':
    case '$newerThan':
      return compileAge(test.operator, test.milliseconds, context, mismatch);
    case '$contains': {
      const element = options.compileElement(test.node);
      return value => {
        if (!Array.isArray(value)) {
          return mismatch;
        }
        let result: Outcome = OUTCOME.false;
        for (let index = 0; index < value.length; index += 1) {
          const outcome = element(value[index]);
          if (outcome === OUTCOME.true) {
            return outcome;
          }
          if (outcome > result) {
            result = outcome;
          }
          if (context.isSpent) {
            return OUTCOME.error;
          }
        }
        return result;
      };
    }
    default:
      throw new TypeError(`Unknown operator in ${JSON.stringify(test)}`);
  }
}

/** A duration in the unit of the fact; undefined when the fact is not counted in time. */
function compileDuration({ milliseconds, unit }: Duration) {
  const declared = unit && milliseconds / MILLISECONDS_PER_UNIT[unit];
  return (fact: Fact | undefined): number | undefined => {
    const actual = fact?.unit;
    if (actual === undefined || actual === unit) {
      return declared;
    }
    return isTimeUnit(actual)
      ? milliseconds / MILLISECONDS_PER_UNIT[actual]
      : undefined;
  };
}

function compileEquals({ value: operand, duration }: Operand): CompiledTest {
  if (duration) {
    const amount = compileDuration(duration);
    return (value, fact) => toOutcome(value === amount(fact));
  }
  const equals = compileEquality(operand);
  return value => toOutcome(equals(value));
}

function compileIn(operands: Operand[]): CompiledTest {
  const tests = operands.map(compileEquals);
  return (value, fact) => {
    for (let index = 0; index < tests.length; index += 1) {
      if (tests[index](value, fact) === OUTCOME.true) {
        return OUTCOME.true;
      }
    }
    return OUTCOME.false;
  };
}

/** A number, or a text that spells one: annotations are always texts. */
function toNumber(value: JsonValue | undefined): number {
  if (typeof value === 'number') {
    return value;
  }
  return typeof value === 'string' && value.trim() !== '' ? Number(value) : NaN;
}

const COMPARISONS: Record<OrderOperator, (a: number, b: number) => boolean> = {
  $gt: (a, b) => a > b,
  $gte: (a, b) => a >= b,
  $lt: (a, b) => a < b,
  $lte: (a, b) => a <= b,
};

function compileOrder(
  operator: OrderOperator,
  bound: Bound,
  mismatch: Outcome,
): CompiledTest {
  const compare = COMPARISONS[operator];
  switch (bound.type) {
    case 'number': {
      const limit = bound.value;
      return value => {
        const number = toNumber(value);
        return Number.isNaN(number)
          ? mismatch
          : toOutcome(compare(number, limit));
      };
    }
    case 'duration': {
      const amount = compileDuration(bound);
      return (value, fact) => {
        const limit = amount(fact);
        const number = toNumber(value);
        return limit === undefined || Number.isNaN(number)
          ? mismatch
          : toOutcome(compare(number, limit));
      };
    }
    default: {
      const limit = bound.time;
      return value => {
        const time = parseIsoDate(value);
        return time === undefined ? mismatch : toOutcome(compare(time, limit));
      };
    }
  }
}

function compileAge(
  operator: '$olderThan' | '$newerThan',
  milliseconds: number,
  context: EvaluationContext,
  mismatch: Outcome,
): CompiledTest {
  const wantsOld = operator === '$olderThan';
  return value => {
    const time = parseIsoDate(value);
    if (time === undefined) {
      return mismatch;
    }
    const oldFrom = time + milliseconds;
    context.turnsAt(oldFrom);
    return toOutcome(context.now >= oldFrom === wantsOld);
  };
}
