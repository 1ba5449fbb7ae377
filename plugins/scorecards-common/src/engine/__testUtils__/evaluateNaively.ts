import { Entity } from '@backstage/catalog-model';
import {
  evaluateFilterPredicate,
  getJsonValueAtPath,
} from '@backstage/filter-predicates';
import { JsonObject, JsonValue } from '@backstage/types';
import { tryParseDuration } from '../../duration';
import { MILLISECONDS_PER_UNIT } from '../../duration/timeUnit';
import { Fact } from '../../facts';

export type NaiveOutcome = 'true' | 'false' | 'no-data' | 'stale' | 'error';

const BY_GRAVITY: NaiveOutcome[] = ['error', 'stale', 'no-data'];

/** What a naive evaluation reads. */
export interface World {
  entity: Entity;
  facts: ReadonlyMap<string, Fact>;
  now: number;
  maxAge?: number;
}

const of = (value: boolean): NaiveOutcome => (value ? 'true' : 'false');

function and(outcomes: NaiveOutcome[]): NaiveOutcome {
  if (outcomes.includes('false')) {
    return 'false';
  }
  return BY_GRAVITY.find(unknown => outcomes.includes(unknown)) ?? 'true';
}

function not(outcome: NaiveOutcome): NaiveOutcome {
  const opposites: Partial<Record<NaiveOutcome, NaiveOutcome>> = {
    true: 'false',
    false: 'true',
  };
  return opposites[outcome] ?? outcome;
}

const or = (outcomes: NaiveOutcome[]) => not(and(outcomes.map(not)));

/**
 * The rule language in the plainest way: straight over the JSON, everything evaluated, nothing resolved ahead. The
 * compiled rules must agree with it.
 */
export function evaluateNaively(
  rule: JsonValue,
  world: World,
  root: JsonValue | undefined = world.entity as JsonObject,
): NaiveOutcome {
  if (typeof rule !== 'object' || rule === null || Array.isArray(rule)) {
    return of(isEqual(root, rule));
  }
  if (rule.$all) {
    return and(
      (rule.$all as JsonValue[]).map(r => evaluateNaively(r, world, root)),
    );
  }
  if (rule.$any) {
    return or(
      (rule.$any as JsonValue[]).map(r => evaluateNaively(r, world, root)),
    );
  }
  if (rule.$not) {
    return not(evaluateNaively(rule.$not as JsonValue, world, root));
  }
  return and(
    Object.entries(rule).map(([key, test]) => {
      if (key.startsWith('$')) {
        return evaluateTest({ [key]: test }, root, world);
      }
      return key.startsWith('facts.')
        ? evaluateFact(world.facts.get(key.slice(6)), test, world)
        : evaluateTest(test, getJsonValueAtPath(root, key), world);
    }),
  );
}

function evaluateFact(
  fact: Fact | undefined,
  test: JsonValue | undefined,
  world: World,
): NaiveOutcome {
  if (!fact) {
    return 'no-data';
  }
  if (fact.state === 'error') {
    return 'error';
  }
  if (fact.value === undefined || fact.value === null) {
    return 'no-data';
  }
  const tooOld =
    world.maxAge !== undefined &&
    world.now - Date.parse(fact.observedAt) >= world.maxAge;
  const expired =
    fact.expiresAt !== undefined && world.now >= Date.parse(fact.expiresAt);
  return tooOld || expired
    ? 'stale'
    : evaluateTest(test, fact.value, world, fact);
}

function evaluateTest(
  test: JsonValue | undefined,
  value: JsonValue | undefined,
  world: World,
  fact?: Fact,
): NaiveOutcome {
  if (typeof test !== 'object' || test === null) {
    return evaluateTest({ $eq: test! }, value, world, fact);
  }
  return and(
    Object.entries(test).map(([operator, operand]) =>
      evaluateOperator(operator, operand, value, world, fact),
    ),
  );
}

function evaluateOperator(
  operator: string,
  operand: JsonValue | undefined,
  value: JsonValue | undefined,
  world: World,
  fact?: Fact,
): NaiveOutcome {
  const mismatch = fact ? 'error' : 'false';
  switch (operator) {
    case '$eq':
      return of(isEqual(value, inUnit(operand, fact)));
    case '$ne':
      return of(!isEqual(value, inUnit(operand, fact)));
    case '$in':
      return of(
        (operand as JsonValue[]).some(item =>
          isEqual(value, inUnit(item, fact)),
        ),
      );
    case '$exists':
      return of((value !== undefined) === operand);
    case '$hasPrefix':
      return typeof value === 'string'
        ? of(value.toLowerCase().startsWith(String(operand).toLowerCase()))
        : mismatch;
    case '$matches':
      return typeof value === 'string'
        ? of(new RegExp(String(operand)).test(value))
        : mismatch;
    case '$contains':
      return Array.isArray(value)
        ? or(value.map(element => evaluateNaively(operand!, world, element)))
        : mismatch;
    case '$olderThan':
    case '$newerThan': {
      const time = toTime(value);
      const age = world.now - time;
      const limit = tryParseDuration(String(operand))!;
      if (Number.isNaN(time)) {
        return mismatch;
      }
      return of(operator === '$olderThan' ? age >= limit : age < limit);
    }
    default:
      return evaluateOrder(operator, inUnit(operand, fact), value, mismatch);
  }
}

function evaluateOrder(
  operator: string,
  limit: JsonValue | undefined,
  value: JsonValue | undefined,
  mismatch: NaiveOutcome,
): NaiveOutcome {
  const isDate = typeof limit === 'string';
  const a = isDate ? toTime(value) : toNumber(value);
  const b = isDate ? Date.parse(limit) : Number(limit);
  if (Number.isNaN(a)) {
    return mismatch;
  }
  switch (operator) {
    case '$gt':
      return of(a > b);
    case '$gte':
      return of(a >= b);
    case '$lt':
      return of(a < b);
    case '$lte':
      return of(a <= b);
    default:
      throw new Error(`No operator ${operator}`);
  }
}

function toTime(value: JsonValue | undefined): number {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}/.test(value)
    ? Date.parse(value)
    : NaN;
}

function toNumber(value: JsonValue | undefined): number {
  const spells = typeof value === 'string' && value.trim() !== '';
  return typeof value === 'number' || spells ? Number(value) : NaN;
}

/** The library's own equality. */
function isEqual(
  value: JsonValue | undefined,
  operand: JsonValue | undefined,
): boolean {
  return evaluateFilterPredicate(operand as string, value);
}

function inUnit(operand: JsonValue | undefined, fact: Fact | undefined) {
  const milliseconds =
    typeof operand === 'string' ? tryParseDuration(operand) : undefined;
  const unit = fact?.unit as keyof typeof MILLISECONDS_PER_UNIT | undefined;
  return milliseconds !== undefined && unit && unit in MILLISECONDS_PER_UNIT
    ? milliseconds / MILLISECONDS_PER_UNIT[unit]
    : operand;
}
