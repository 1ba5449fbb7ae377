import { isolated } from '@fairlead/bidi-text';
import { tryParseDuration } from '../duration';
import { FactDirectory } from '../facts';
import { Dialect, ParseContext } from '../rule/ParseContext';
import { LIMITS } from '../rule/limits';
import { parseRule } from '../rule/parseRule';
import { PatternCompiler } from '../rule/pattern';
import { isObject } from '../rule/values';
import { didYouMean, parseIsoDate } from '../text';
import { asList, checkIds, Report } from './checkIds';
import { checkQuestion } from './checkQuestion';
import { DefinitionProblem } from './types';

/**
 * The problems that only show when the parts of `spec` are read together: references, duplicates, rules. It takes any
 * structure and looks at what is there, so that one mistake does not hide the others.
 */
export function checkMeaning(
  spec: Record<string, unknown>,
  options: { facts?: FactDirectory },
): DefinitionProblem[] {
  const problems: DefinitionProblem[] = [];
  const patterns = new PatternCompiler();
  const report: Report = (path, message) => problems.push({ path, message });
  const readConditions = (dialect: Dialect, value: unknown, path: string) => {
    if (isObject(value)) {
      parseRule(
        value,
        path,
        new ParseContext({
          dialect,
          facts: options.facts,
          judgesFacts: true,
          patterns,
          onProblem: report,
        }),
      );
    }
  };

  readConditions('filter', spec.appliesTo, 'spec.appliesTo');
  const levels = asList(spec.levels);
  checkIds(levels, index => `spec.levels[${index}]`, 'level', report);

  const checks = asList(spec.checks).map(check =>
    isObject(check) ? check : {},
  );
  checkIds(
    checks.map(({ id }) => id),
    index => `spec.checks[${index}].id`,
    'check id',
    report,
  );
  for (const [index, check] of checks.entries()) {
    if (problems.length >= LIMITS.problems) {
      break;
    }
    const path = `spec.checks[${index}]`;
    checkLevel(check.level, levels, path, report);
    checkTimes(check, path, report);
    readConditions('filter', check.appliesTo, `${path}.appliesTo`);
    readConditions('rule', check.rule, `${path}.rule`);
    checkQuestion(check, path, report);
  }
  return problems;
}

function checkLevel(
  level: unknown,
  levels: unknown[],
  path: string,
  report: Report,
) {
  if (typeof level !== 'string' || levels.includes(level)) {
    return;
  }
  const names = levels.filter(name => typeof name === 'string');
  report(
    `${path}.level`,
    isolated`'${level}' is not one of spec.levels, which are ${names.join(
      ', ',
    )}.${didYouMean(level, names)}`,
  );
}

function checkTimes(
  check: Record<string, unknown>,
  path: string,
  report: Report,
) {
  const { maxAge, from } = check;
  if (typeof maxAge === 'string' && !tryParseDuration(maxAge)) {
    report(
      `${path}.maxAge`,
      isolated`'${maxAge}' is not a duration, write a number above 0 and one of ms, s, m, h, d, w, for example 14d`,
    );
  }
  if (typeof from === 'string' && parseIsoDate(from) === undefined) {
    report(
      `${path}.from`,
      isolated`'${from}' is not a date, write YYYY-MM-DD or an ISO 8601 time`,
    );
  }
}
