import { FactDirectory } from '../facts';
import { Rule } from '../scorecard/types';
import { describeNode, Naming } from './describeTest';
import { readRule } from './readRule';

/**
 * A rule in plain language, for example `delivery.ci.feedback.p90 is at most 10 min`.
 *
 * @param options - `facts` are the known facts, for their units and titles; with `naming: 'titles'` a fact is called by
 * its title where it has one, and a pattern is not spelled out, for example `Feedback time is at most 10 min`
 * @throws InputError when it is not a rule.
 * @public
 */
export function describeRule(
  rule: Rule,
  options?: { facts?: FactDirectory; naming?: Naming },
): string {
  return describeNode(
    readRule(rule, 'rule', { dialect: 'rule', facts: options?.facts }),
    options?.naming,
  );
}
