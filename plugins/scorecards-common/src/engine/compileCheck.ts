import { InputError } from '@backstage/errors';
import { isolated } from '@fairlead/bidi-text';
import { FactDirectory } from '../facts';
import { describeNode } from '../rule/describeTest';
import { PatternCompiler } from '../rule/pattern';
import { readRule } from '../rule/readRule';
import { CheckDefinition, ScorecardEntityV1alpha1 } from '../scorecard/types';
import { parseIsoDate } from '../text';
import { CheckJudge } from './CheckJudge';
import { compileOwnRule } from './compileOwnRule';
import { compileQuestion } from './compileQuestion';
import { compileRule, CompiledRule, RuleEnvironment } from './compileRule';
import { WeighedCheck } from './ladder';

/** A check made ready for many evaluations. */
export interface CompiledCheck extends WeighedCheck {
  judge: CheckJudge;
  appliesTo?: { rule: CompiledRule; description: string };
  /** From when it counts. */
  from?: { time: number; text: string };
}

export function compileCheck(
  check: CheckDefinition,
  path: string,
  options: {
    scorecard: ScorecardEntityV1alpha1;
    environment: RuleEnvironment;
    facts?: FactDirectory;
    patterns: PatternCompiler;
  },
): CompiledCheck {
  const rank = options.scorecard.spec.levels.indexOf(check.level);
  if (rank < 0) {
    throw new InputError(
      isolated`${path}.level: '${check.level}' is not one of the levels`,
    );
  }
  return {
    id: check.id,
    rank,
    weight: check.weight ?? 1,
    judge: check.question
      ? compileQuestion(check.id, check.question, options)
      : compileOwnRule(check, path, options),
    ...compileAppliesTo(check, path, options.environment),
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
