import { InputError } from '@backstage/errors';
import { isolated } from '@fairlead/bidi-text';
import { parseDuration } from '../duration';
import { FactDirectory } from '../facts';
import { describeNode } from '../rule/describeTest';
import { PatternCompiler } from '../rule/pattern';
import { readRule } from '../rule/readRule';
import { CheckDefinition } from '../scorecard/types';
import { parseIsoDate } from '../text';
import { compileRule, CompiledRule, RuleEnvironment } from './compileRule';
import { WeighedCheck } from './ladder';

/** A check made ready for many evaluations. */
export interface CompiledCheck extends WeighedCheck {
  rule: CompiledRule;
  appliesTo?: { rule: CompiledRule; description: string };
  /** Milliseconds. */
  maxAge?: number;
  /** From when it counts. */
  from?: { time: number; text: string };
}

export function compileCheck(
  check: CheckDefinition,
  path: string,
  levels: readonly string[],
  options: {
    environment: RuleEnvironment;
    facts?: FactDirectory;
    patterns: PatternCompiler;
  },
): CompiledCheck {
  const rank = levels.indexOf(check.level);
  if (rank < 0) {
    throw new InputError(
      isolated`${path}.level: '${check.level}' is not one of the levels`,
    );
  }
  const rule = readRule(check.rule, `${path}.rule`, {
    dialect: 'rule',
    facts: options.facts,
    patterns: options.patterns,
  });
  return {
    id: check.id,
    rank,
    weight: check.weight ?? 1,
    rule: compileRule(rule, options.environment),
    ...compileAppliesTo(check, path, options.environment),
    ...(check.maxAge === undefined
      ? {}
      : { maxAge: parseDuration(check.maxAge) }),
    ...(check.from === undefined ? {} : { from: readFrom(check.from, path) }),
  };
}

function compileAppliesTo(
  check: CheckDefinition,
  path: string,
  environment: RuleEnvironment,
) {
  if (check.appliesTo === undefined) {
    return {};
  }
  const node = readRule(check.appliesTo, `${path}.appliesTo`, {
    dialect: 'filter',
  });
  return {
    appliesTo: {
      rule: compileRule(node, environment),
      description: describeNode(node),
    },
  };
}

function readFrom(text: string, path: string) {
  const time = parseIsoDate(text);
  if (time === undefined) {
    throw new InputError(
      isolated`${path}.from: '${text}' is not an ISO 8601 date`,
    );
  }
  return { time, text: new Date(time).toISOString() };
}
