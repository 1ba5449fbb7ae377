import { JsonValue } from '@backstage/types';
import { isTimeUnit, MILLISECONDS_PER_UNIT, TimeUnit } from '../duration';
import { KnownFact } from '../facts';
import { Operand, Subject, ValueTest } from '../rule/types';
import { parseIsoDate } from '../text';

const DAY = 86_400_000;

/** A text that no author writes, so that it equals no operand. */
const FILLER = '\u0001~';

const TIME_UNITS = Object.keys(MILLISECONDS_PER_UNIT) as TimeUnit[];

/** Fields that every entity has, as texts. */
const ALWAYS_TEXT = ['kind', 'apiVersion', 'metadata.name'];

/** A value that a subject may have; undefined for a field that is not there. */
export interface Sample {
  value: JsonValue | undefined;
  unit?: string;
}

/**
 * Values of a subject that differ in whatever the tests can tell apart: for each bound one below, on and above it, for
 * each operand the operand itself and something else. When none of them passes all tests, no value does. Lists are left
 * to whoever reads what stands inside `$contains`.
 */
export function sampleValues(
  subject: Subject,
  tests: readonly ValueTest[],
  options: { fact?: KnownFact; now: number },
): Sample[] {
  const { fact, now } = options;
  if (subject.kind === 'fact') {
    const values = [...unitsOf(subject, tests)].flatMap(unit =>
      valuesOf(tests, { unit, now, isDate: fact?.type === 'date' }).map(
        value => ({ value, unit }),
      ),
    );
    return fact?.type
      ? values.filter(sample => isOfFact(sample.value, fact))
      : values;
  }
  const values = valuesOf(tests, { now });
  if (subject.kind === 'path' && ALWAYS_TEXT.includes(subject.path)) {
    return values
      .filter(value => typeof value === 'string')
      .map(value => ({ value }));
  }
  return [...values, null, undefined].map(value => ({ value }));
}

/** Which units a value may be counted in; several where nobody declared one and durations are asked for. */
function unitsOf(
  subject: Subject,
  tests: readonly ValueTest[],
): Set<string | undefined> {
  const declared = subject.kind === 'fact' ? subject.unit : undefined;
  const asksForDuration = tests.some(
    test => 'bound' in test && test.bound.type === 'duration',
  );
  return new Set(
    declared === undefined && asksForDuration ? TIME_UNITS : [declared],
  );
}

function valuesOf(
  tests: readonly ValueTest[],
  {
    unit,
    now,
    isDate = false,
  }: { unit?: string; now: number; isDate?: boolean },
): JsonValue[] {
  const numbers: number[] = [0];
  const times: number[] = isDate ? [now] : [];
  const texts: string[] = [''];
  for (const test of tests) {
    if ('bound' in test) {
      const { bound } = test;
      if (bound.type === 'number') {
        numbers.push(bound.value);
      } else if (bound.type === 'date') {
        times.push(bound.time);
        texts.push(bound.text);
      } else if (isTimeUnit(unit)) {
        numbers.push(bound.milliseconds / MILLISECONDS_PER_UNIT[unit]);
      }
    } else if ('milliseconds' in test) {
      times.push(now - test.milliseconds);
    } else if ('prefix' in test) {
      texts.push(test.prefix);
    }
    for (const operand of operandsOf(test)) {
      const { value, duration } = operand;
      const number =
        duration && isTimeUnit(unit)
          ? duration.milliseconds / MILLISECONDS_PER_UNIT[unit]
          : Number(value);
      if (typeof value !== 'boolean' && Number.isFinite(number)) {
        numbers.push(number);
      }
      if (typeof value === 'string') {
        texts.push(value);
        const time = parseIsoDate(value);
        if (time !== undefined) {
          times.push(time);
        }
      }
    }
  }
  return [
    true,
    false,
    {},
    ...around(numbers, 1).flatMap(number => [
      number,
      Math.floor(number),
      Math.ceil(number),
      // Texts spell numbers and dates in more than one way, and only one of them equals an operand.
      `${number}`,
      `${number} `,
    ]),
    ...around(times, DAY).flatMap(time => {
      const text = new Date(time).toISOString();
      return [text, text.replace('Z', '+00:00')];
    }),
    ...texts.flatMap(text => [text, `${text}${FILLER}`]),
  ];
}

function operandsOf(test: ValueTest): Operand[] {
  if ('operands' in test) {
    return test.operands;
  }
  return 'operand' in test ? [test.operand] : [];
}

/** The points themselves, one between each two neighbours, and one beyond either end. */
function around(points: number[], step: number): number[] {
  const sorted = [...new Set(points)].sort((a, b) => a - b);
  return [
    ...sorted.slice(0, 1).map(point => point - step),
    ...sorted.flatMap((point, index) => [
      point,
      index + 1 < sorted.length
        ? (point + sorted[index + 1]) / 2
        : point + step,
    ]),
  ];
}

/** Whether a fact that is declared so can have the value: counts and times are not negative, a ratio is at most 1. */
function isOfFact(
  value: JsonValue | undefined,
  { type, unit }: KnownFact,
): boolean {
  switch (type) {
    case 'boolean':
      return typeof value === 'boolean';
    case 'number':
    case 'duration':
      return typeof value === 'number' && isCountedIn(unit, value);
    case 'string':
      return typeof value === 'string';
    case 'date':
      return parseIsoDate(value) !== undefined;
    default:
      return false;
  }
}

function isCountedIn(unit: string | undefined, value: number): boolean {
  switch (unit) {
    case 'count':
      return value >= 0 && Number.isInteger(value);
    case 'ratio':
      return value >= 0 && value <= 1;
    default:
      return value >= 0 || !isTimeUnit(unit);
  }
}
