import { JsonObject, JsonValue } from '@backstage/types';
import { isolated } from '@fairlead/bidi-text';
import { isObject, isPrimitive } from '../rule/values';
import { parseIsoDate } from '../text';
import { CannotConvert } from './CannotConvert';
import { Path } from './Source';

const ORDER: Record<string, string> = {
  lessThan: '$lt',
  lessThanInclusive: '$lte',
  greaterThan: '$gt',
  greaterThanInclusive: '$gte',
};

/** What rules are told of the facts that conditions name. */
export interface ConditionOptions {
  factId(
    fact: string,
    retriever: string | undefined,
    keys: readonly string[],
    at: Path,
  ): string;
  note(path: Path, message: string): void;
}

/**
 * The rule that comes to the same as conditions of the JSON rules engine.
 *
 * @throws CannotConvert where a condition has no equivalent.
 */
export function convertConditions(
  value: unknown,
  path: Path,
  options: ConditionOptions,
): JsonObject {
  if (!isObject(value)) {
    throw new CannotConvert(path, 'has no conditions');
  }
  for (const key of ['all', 'any'] as const) {
    const parts = value[key];
    if (parts !== undefined) {
      if (!Array.isArray(parts)) {
        throw new CannotConvert([...path, key], `'${key}' is no list`);
      }
      if (parts.length === 0) {
        throw new CannotConvert(
          [...path, key],
          `'${key}' holds no condition, so everything would pass`,
        );
      }
      const rules = parts.map((part, index) =>
        convertConditions(part, [...path, key, index], options),
      );
      return rules.length === 1 ? rules[0] : { [`$${key}`]: rules };
    }
  }
  if (value.not !== undefined) {
    return { $not: convertConditions(value.not, [...path, 'not'], options) };
  }
  if (value.condition !== undefined) {
    throw new CannotConvert(
      [...path, 'condition'],
      'names a condition that is kept elsewhere, write it in its place',
    );
  }
  return convertCondition(value, path, options);
}

function convertCondition(
  condition: Record<string, unknown>,
  path: Path,
  options: ConditionOptions,
): JsonObject {
  const { fact, operator, value, params } = condition;
  if (typeof fact !== 'string' || typeof operator !== 'string') {
    throw new CannotConvert(path, "has no 'fact' or no 'operator'");
  }
  const retriever = isObject(params) ? params.factRetrieverId : undefined;
  const key = `facts.${options.factId(
    fact,
    typeof retriever === 'string' ? retriever : undefined,
    keysOf(condition.path, [...path, 'path']),
    path,
  )}`;
  assertLiteral(value, [...path, 'value']);
  const at = [...path, 'value'];
  switch (operator) {
    case 'equal':
      return { [key]: toOperand(value, at, options) };
    case 'notEqual':
      return { [key]: { $ne: toOperand(value, at, options) } };
    case 'in':
      return { [key]: { $in: toOperands(value, at, options) } };
    case 'notIn':
      return { $not: { [key]: { $in: toOperands(value, at, options) } } };
    case 'contains':
      return { [key]: { $contains: toOperand(value, at, options) } };
    case 'doesNotContain':
      return { $not: { [key]: { $contains: toOperand(value, at, options) } } };
    default:
      if (!Object.hasOwn(ORDER, operator)) {
        throw new CannotConvert(
          [...path, 'operator'],
          isolated`the operator '${operator}' has no equivalent`,
        );
      }
      return { [key]: { [ORDER[operator]]: toBound(value, at) } };
  }
}

/** A path of JSON that only names keys becomes part of the id of the fact. */
function keysOf(path: unknown, at: Path): string[] {
  if (path === undefined || path === '' || path === '$') {
    return [];
  }
  const keys =
    typeof path === 'string' ? path.replace(/^\$?\./, '').split('.') : [];
  if (
    keys.length === 0 ||
    keys.some(key => !/^[A-Za-z0-9_-]+$/.test(key) || key === 'length')
  ) {
    throw new CannotConvert(
      at,
      isolated`the path '${String(
        path,
      )}' has no equivalent: a fact is one value, and only names of fields lead to it`,
    );
  }
  return keys;
}

function assertLiteral(value: unknown, at: Path): void {
  if (isObject(value) && value.fact !== undefined) {
    throw new CannotConvert(
      at,
      'compares two facts, which no rule does; send their difference as a fact',
    );
  }
  const values = Array.isArray(value) ? value : [value];
  if (values.some(one => typeof one === 'string' && /\$\{/.test(one))) {
    throw new CannotConvert(
      at,
      'takes its value from the environment, write the value in its place',
    );
  }
}

function toOperand(
  value: unknown,
  at: Path,
  { note }: ConditionOptions,
): JsonValue {
  if (!isPrimitive(value)) {
    throw new CannotConvert(
      at,
      value === null
        ? 'compares with nothing; what is not known is neither a pass nor a fail'
        : 'compares with what is no text, number, true or false',
    );
  }
  if (typeof value === 'string') {
    note(
      at,
      'texts are equal here without regard to case, and to the number that they spell',
    );
  }
  return value;
}

function toOperands(
  value: unknown,
  at: Path,
  options: ConditionOptions,
): JsonValue[] {
  if (!Array.isArray(value) || value.length === 0) {
    throw new CannotConvert(at, 'compares with what is no list of values');
  }
  return value.map((one, index) => toOperand(one, [...at, index], options));
}

function toBound(value: unknown, at: Path): JsonValue {
  const isNumeric =
    typeof value === 'string' &&
    value.trim() !== '' &&
    Number.isFinite(Number(value));
  if (isNumeric) {
    return Number(value);
  }
  if (isPrimitive(value) && typeof value !== 'boolean') {
    if (typeof value === 'number' || parseIsoDate(value) !== undefined) {
      return value;
    }
  }
  throw new CannotConvert(at, 'is ordered against what is no number or date');
}
