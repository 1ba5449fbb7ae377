import { JsonObject } from '@backstage/types';
import { isolated } from '@fairlead/bidi-text';
import { isObject } from '../rule/values';
import { buildScorecards, Draft } from './buildScorecards';
import { CannotConvert } from './CannotConvert';
import { takeId, toFactPart } from './names';
import {
  NO_NUMBERS,
  numbersBetween,
  NumberSet,
  numbersOf,
  stretchesOf,
  subtract,
  unite,
} from './numberSets';
import { fieldOf, Path, Source } from './Source';
import { toTitle } from './texts';
import { ImportedScorecards, ImportOptions } from './types';

const PLUGINS: Path = ['scorecard', 'plugins'];

/** The keys that have a meaning of their own, the best first. */
const STANDARD = ['success', 'warning', 'error'];

/** What has no worst key is acceptable, what has the best one is good. */
const ACCEPTABLE = 'acceptable';
const GOOD = 'good';

const NUMBER = String.raw`(-?\d+(?:\.\d+)?)`;
const COMPARISON = new RegExp(`^(>=|<=|==|!=|>|<)\\s*${NUMBER}$`);
const RANGE = new RegExp(`^${NUMBER}\\s*-\\s*${NUMBER}$`);
const TRUTH = /^(==|!=)\s*(true|false)$/;

/** One key of the thresholds of a metric, with the values that it is given to. */
interface Threshold<T> {
  key: string;
  values: T;
}

/**
 * Turns the thresholds of metrics in a configuration of Red Hat Developer Hub into a scorecard: a metric is _acceptable_
 * where it is not at the worst key, and _good_ where it is at the best one.
 *
 * @param text - an `app-config.yaml` with `scorecard.plugins.<source>.<metric>.thresholds`
 * @public
 */
export function importThresholds(
  text: string,
  options: ImportOptions,
): ImportedScorecards {
  const source = new Source(text);
  const document = Math.max(
    source.values.findIndex(value => isObject(fieldOf(value, ...PLUGINS))),
    0,
  );
  const root = source.values[document];
  const drafts: Draft[] = [];
  const taken = new Set<string>();
  const metrics = findMetrics(fieldOf(root, ...PLUGINS), PLUGINS);
  for (const { names, rules, path } of metrics) {
    try {
      const note = (at: Path, message: string) =>
        source.noteOnce(document, [...path, ...at], message);
      for (const { level, rule } of convertThresholds(names, rules, note)) {
        const metric = names.join('.');
        drafts.push({
          check: {
            id: takeId(`${names.at(-1)}-${level}`, taken),
            title: toTitle(`${metric} is ${level}`, metric),
            level,
            rule,
          },
          document,
          path,
        });
      }
    } catch (error) {
      if (!(error instanceof CannotConvert)) {
        throw error;
      }
      source.note(
        document,
        [...path, ...error.path],
        isolated`left out '${names.join('.')}': ${error.message}`,
      );
    }
  }
  if (metrics.length === 0 && source.notes.length === 0) {
    source.note(
      document,
      PLUGINS,
      `has no thresholds at ${PLUGINS.join('.')}.<source>.<metric>`,
    );
  }
  if (fieldOf(root, 'scorecard', 'aggregationKPIs') !== undefined) {
    source.note(
      document,
      ['scorecard', 'aggregationKPIs'],
      "'aggregationKPIs' has no equivalent: rollups are there for each scorecard",
    );
  }
  return {
    scorecards: buildScorecards(drafts, {
      source,
      options,
      name: 'metrics',
      title: 'Metrics',
      description: 'The thresholds of Developer Hub, as they were.',
      appliesTo: { kind: 'Component' },
      levels: [ACCEPTABLE, GOOD],
    }),
    notes: source.notes,
  };
}

/** Everything below that has thresholds, by the names that lead to it. */
function findMetrics(
  value: unknown,
  path: Path,
  names: string[] = [],
): { names: string[]; rules: unknown; path: Path }[] {
  if (!isObject(value) || names.length > 4) {
    return [];
  }
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'thresholds' && names.length > 0
      ? [
          {
            names,
            rules: fieldOf(inner, 'rules'),
            path: [...path, key, 'rules'],
          },
        ]
      : findMetrics(inner, [...path, key], [...names, key]),
  );
}

function convertThresholds(
  names: string[],
  rules: unknown,
  note: (at: Path, message: string) => void,
): { level: string; rule: JsonObject }[] {
  if (!Array.isArray(rules) || rules.length === 0) {
    throw new CannotConvert([], 'has no list of rules');
  }
  const written = rules.map((rule, index) => {
    const key = fieldOf(rule, 'key');
    const expression = fieldOf(rule, 'expression');
    if (typeof key !== 'string' || typeof expression !== 'string') {
      throw new CannotConvert([index], "has no 'key' or no 'expression'");
    }
    return { key, expression: expression.trim() };
  });
  const fact = `facts.${['rhdh', ...names.map(toFactPart)].join('.')}`;
  const keys = orderKeys(
    written.map(({ key }) => key),
    note,
  );
  const rungs = [
    ...(keys.length > 2
      ? [{ level: ACCEPTABLE, wanted: keys.slice(0, -1) }]
      : []),
    { level: GOOD, wanted: keys.slice(0, 1) },
  ];
  const truths = written.every(({ expression }) => TRUTH.test(expression));
  return rungs.map(({ level, wanted }) => ({
    level,
    rule: truths
      ? toTruth(fact, firstMatches(written, truthOf), wanted)
      : toNumbers(fact, firstMatches(written, numbersOfExpression), wanted),
  }));
}

/** The best first: standard keys by their meaning, others as they are written. */
function orderKeys(
  keys: string[],
  note: (at: Path, message: string) => void,
): string[] {
  const known = [...new Set(keys)];
  if (known.every(key => STANDARD.includes(key))) {
    return STANDARD.filter(key => known.includes(key));
  }
  if (known.length === 1) {
    return known;
  }
  note(
    [],
    `the keys ${known.join(
      ', ',
    )} are taken to be written from the best to the worst, turn the rules around where they are not`,
  );
  return known;
}

function firstMatches<T>(
  written: { key: string; expression: string }[],
  read: (expression: string, index: number) => T,
): Threshold<T>[] {
  return written.map(({ key, expression }, index) => ({
    key,
    values: read(expression, index),
  }));
}

function numbersOfExpression(expression: string, index: number): NumberSet {
  const comparison = COMPARISON.exec(expression);
  if (comparison) {
    return numbersOf(comparison[1], Number(comparison[2]));
  }
  const range = RANGE.exec(expression);
  if (range) {
    return numbersBetween(Number(range[1]), Number(range[2]));
  }
  throw new CannotConvert(
    [index, 'expression'],
    isolated`the expression '${expression}' has no equivalent`,
  );
}

function truthOf(expression: string): boolean[] {
  const [, operator, word] = TRUTH.exec(expression) ?? [];
  return [(word === 'true') === (operator === '==')];
}

/** The first rule that fits decides, so what fits one before it is not of a key. */
function toNumbers(
  fact: string,
  thresholds: Threshold<NumberSet>[],
  wanted: string[],
): JsonObject {
  let decided = NO_NUMBERS;
  let numbers = NO_NUMBERS;
  for (const { key, values } of thresholds) {
    if (wanted.includes(key)) {
      numbers = unite(numbers, subtract(values, decided));
    }
    decided = unite(decided, values);
  }
  const stretches = stretchesOf(numbers);
  if (stretches.length === 0) {
    throw new CannotConvert([], 'no number is ever good enough');
  }
  if (stretches.some(stretch => Object.keys(stretch).length === 0)) {
    throw new CannotConvert([], 'every number is good enough');
  }
  const rules = stretches.map(stretch => ({ [fact]: stretch }));
  return rules.length === 1 ? rules[0] : { $any: rules };
}

function toTruth(
  fact: string,
  thresholds: Threshold<boolean[]>[],
  wanted: string[],
): JsonObject {
  const good = [true, false].filter(value => {
    const first = thresholds.find(({ values }) => values.includes(value));
    return first !== undefined && wanted.includes(first.key);
  });
  if (good.length !== 1) {
    throw new CannotConvert(
      [],
      'true and false come to the same, so there is nothing to ask',
    );
  }
  return { [fact]: good[0] };
}
