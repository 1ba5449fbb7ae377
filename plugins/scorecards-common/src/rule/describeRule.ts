import { FactDirectory } from '../facts';
import { Rule } from '../scorecard/types';
import { describeNode } from './describeTest';
import { readRule } from './readRule';

/**
 * A rule in plain language, for example `delivery.ci.feedback.p90 is at most 10 min`.
 *
 * @param options - the known facts, for their units
 * @throws InputError when it is not a rule.
 * @public
 */
export function describeRule(
  rule: Rule,
  options?: { facts?: FactDirectory },
): string {
  return describeNode(
    readRule(rule, 'rule', { dialect: 'rule', facts: options?.facts }),
  );
}
