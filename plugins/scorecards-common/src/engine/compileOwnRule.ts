import { parseDuration } from '../duration';
import { FactDirectory } from '../facts';
import { PatternCompiler } from '../rule/pattern';
import { readRule } from '../rule/readRule';
import { CheckDefinition } from '../scorecard/types';
import { CheckJudge } from './CheckJudge';
import { compileRule, RuleEnvironment } from './compileRule';
import { toEvidence, toReason } from './explain';
import { Findings } from './findings';

/** Judges by the rule of a check, with facts that are no older than it takes. */
export function compileOwnRule(
  check: CheckDefinition,
  path: string,
  options: {
    environment: RuleEnvironment;
    facts?: FactDirectory;
    patterns: PatternCompiler;
  },
): CheckJudge {
  const { context } = options.environment;
  const node = readRule(check.rule, `${path}.rule`, {
    dialect: 'rule',
    facts: options.facts,
    patterns: options.patterns,
  });
  const rule = compileRule(node, options.environment);
  const maxAge =
    check.maxAge === undefined ? undefined : parseDuration(check.maxAge);

  return {
    evaluate({ entity }) {
      context.maxAge = maxAge ?? Infinity;
      return rule.evaluate(entity);
    },
    explain({ entity }) {
      context.maxAge = maxAge ?? Infinity;
      const findings = new Findings();
      context.whileExplaining(() => rule.explain(entity, false, findings));
      return {
        reason: toReason(findings, { maxAge }),
        evidence: toEvidence(findings),
      };
    },
  };
}
