import { isolated } from '@fairlead/bidi-text';
import { checkBounds } from './checkPredicate';
import { readDuration } from './readDuration';
import { TrackProblem } from './types';
import { isObject } from './values';

const isPlain = (value: unknown) =>
  ['string', 'number', 'boolean'].includes(typeof value);

const isDuration = (value: unknown) =>
  typeof value === 'string' && readDuration(value) !== undefined;

const isText = (value: unknown) =>
  typeof value === 'string' && value.length > 0 && value.length <= 500;

const PLAIN = { isRight: isPlain, takes: 'a text, a number, true or false' };
const ORDERED = {
  isRight: (value: unknown) => ['string', 'number'].includes(typeof value),
  takes: 'a number, a duration or a date',
};
const TEXT = { isRight: isText, takes: 'a text' };
const AGE = { isRight: isDuration, takes: 'a duration such as 14d' };

/** The operators of the rule language that test a value. */
const OPERATORS: Record<
  string,
  { isRight(value: unknown): boolean; takes: string }
> = {
  $eq: PLAIN,
  $ne: PLAIN,
  $gt: ORDERED,
  $gte: ORDERED,
  $lt: ORDERED,
  $lte: ORDERED,
  $in: {
    isRight: value =>
      Array.isArray(value) && value.length > 0 && value.every(isPlain),
    takes: 'a list of texts or numbers',
  },
  $exists: {
    isRight: value => typeof value === 'boolean',
    takes: 'true or false',
  },
  $hasPrefix: TEXT,
  $matches: TEXT,
  $contains: PLAIN,
  $olderThan: AGE,
  $newerThan: AGE,
};

/**
 * What is wrong with the rule of a fact, as far as that shows without knowing the facts: scorecards says the rest when it
 * is asked for them.
 */
export function checkFact(rule: unknown, path: string): TrackProblem[] {
  if (!isObject(rule)) {
    return [];
  }
  const bounds = checkBounds(rule, path);
  if (bounds.length > 0) {
    return bounds;
  }
  const problems = checkConditions(rule, path);
  return problems.length > 0 || namesFact(rule)
    ? problems
    : [
        {
          path,
          message:
            'names no fact, write one as facts.<id>, for example { facts.ownership.ownerExists: true }',
        },
      ];
}

function checkConditions(rule: unknown, path: string): TrackProblem[] {
  if (!isObject(rule)) {
    return [
      {
        path,
        message:
          'takes conditions such as { facts.ownership.ownerExists: true }',
      },
    ];
  }
  const entries = Object.entries(rule);
  const combining = entries.find(([key]) => /^\$(?:all|any|not)$/.test(key));
  if (combining && entries.length > 1) {
    return [
      {
        path,
        message: `${combining[0]} stands alone; to combine it with other conditions put them all into $all`,
      },
    ];
  }
  if (combining) {
    const [operator, inner] = combining;
    return checkCombined(operator, inner, `${path}.${operator}`);
  }
  return entries.length === 0
    ? [{ path, message: 'has no condition, so everything would pass' }]
    : entries.flatMap(([key, value]) =>
        key.startsWith('$')
          ? [{ path: `${path}.${key.slice(0, 60)}`, message: noOperator(key) }]
          : checkTest(value, `${path}.${key.slice(0, 200)}`),
      );
}

function checkCombined(
  operator: string,
  inner: unknown,
  path: string,
): TrackProblem[] {
  if (operator === '$not') {
    return checkConditions(inner, path);
  }
  return Array.isArray(inner) && inner.length > 0
    ? inner.flatMap((item, index) => checkConditions(item, `${path}[${index}]`))
    : [
        {
          path,
          message: `${operator} takes a list of at least one condition`,
        },
      ];
}

function checkTest(value: unknown, path: string): TrackProblem[] {
  if (isPlain(value)) {
    return [];
  }
  if (!isObject(value) || Object.keys(value).length === 0) {
    return [
      {
        path,
        message: 'takes a value, or an operator such as { $gte: 5 }',
      },
    ];
  }
  return Object.entries(value).flatMap(([key, operand]) => {
    const operator = Object.hasOwn(OPERATORS, key) ? OPERATORS[key] : undefined;
    const at = `${path}.${key.slice(0, 60)}`;
    if (!operator) {
      return [{ path: at, message: noOperator(key) }];
    }
    return operator.isRight(operand)
      ? []
      : [{ path: at, message: `takes ${operator.takes}` }];
  });
}

function noOperator(key: string): string {
  return isolated`'${key.slice(
    0,
    60,
  )}' is no operator here, there are $all, $any, $not around conditions and ${Object.keys(
    OPERATORS,
  ).join(', ')} on a value`;
}

function namesFact(rule: unknown): boolean {
  if (Array.isArray(rule)) {
    return rule.some(namesFact);
  }
  return (
    isObject(rule) &&
    Object.entries(rule).some(
      ([key, inner]) =>
        /^facts\.\S/.test(key) || (key.startsWith('$') && namesFact(inner)),
    )
  );
}
