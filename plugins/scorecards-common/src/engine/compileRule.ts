import { JsonValue } from '@backstage/types';
import { ConditionNode, RuleNode } from '../rule/types';
import { compileCost } from './compileCost';
import { compilePath } from './compilePath';
import { compileTest } from './compileTest';
import { EvaluationContext } from './EvaluationContext';
import { FactReader } from './FactReader';
import { Findings } from './findings';
import { isUnknown, negate, OUTCOME, Outcome } from './outcome';

/** A rule made ready for many evaluations. */
export interface CompiledRule {
  evaluate(root: unknown): Outcome;
  /** Gathers the conditions that decided, each with what it saw. */
  explain(root: unknown, negated: boolean, findings: Findings): void;
}

export interface RuleEnvironment {
  context: EvaluationContext;
  /** The reader of a fact, one for all rules of a scorecard. */
  factReader(id: string): FactReader;
}

export function compileRule(
  node: RuleNode,
  environment: RuleEnvironment,
): CompiledRule {
  switch (node.kind) {
    case 'all':
    case 'any':
      return compileCombination(node, environment);
    case 'not': {
      const inner = compileRule(node.node, environment);
      return {
        evaluate: root => negate(inner.evaluate(root)),
        explain: (root, negated, findings) =>
          inner.explain(root, !negated, findings),
      };
    }
    default:
      return compileCondition(node, environment);
  }
}

/**
 * Kleene's conjunction and disjunction. One part can decide alone: false in a conjunction, true in a disjunction. Else
 * the gravest unknown does, else all parts together.
 */
function compileCombination(
  node: { kind: 'all' | 'any'; nodes: RuleNode[] },
  environment: RuleEnvironment,
): CompiledRule {
  const parts = node.nodes.map(part => compileRule(part, environment));
  const decisive = node.kind === 'all' ? OUTCOME.false : OUTCOME.true;
  const neutral = negate(decisive);

  const evaluate = (root: unknown): Outcome => {
    let result: Outcome = neutral;
    for (let index = 0; index < parts.length; index += 1) {
      const outcome = parts[index].evaluate(root);
      if (outcome === decisive) {
        return decisive;
      }
      if (outcome > result && isUnknown(outcome)) {
        result = outcome;
      }
    }
    return result;
  };

  return {
    evaluate,
    explain(root, negated, findings) {
      const outcomes = parts.map(part => part.evaluate(root));
      const decided = evaluate(root);
      const explained = (outcome: Outcome) =>
        isUnknown(decided) ? isUnknown(outcome) : outcome === decided;
      for (const [index, part] of parts.entries()) {
        if (explained(outcomes[index])) {
          part.explain(root, negated, findings);
          if (decided === OUTCOME.true && node.kind === 'any') {
            return;
          }
        }
      }
    },
  };
}

/**
 * A condition is judged once in an evaluation, however often it is asked: explaining asks for each again, once for
 * every `$all` and `$any` above it.
 */
function compileCondition(
  condition: ConditionNode,
  environment: RuleEnvironment,
): CompiledRule {
  const { context } = environment;
  const { subject } = condition;
  const costOf = compileCost(condition);
  const test = compileTest(condition.test, {
    context,
    mismatch: subject.kind === 'fact' ? OUTCOME.error : OUTCOME.false,
    compileElement: node => compileRule(node, environment).evaluate,
  });
  const reader =
    subject.kind === 'fact' ? environment.factReader(subject.id) : undefined;
  const read =
    subject.kind === 'path'
      ? compilePath(subject.path)
      : (root: unknown) => root as JsonValue | undefined;

  let run = -1;
  let seen: unknown;
  let outcome: Outcome = OUTCOME.error;
  let isTooMuch = false;

  const judge = (root: unknown): Outcome => {
    const state = reader ? reader.state(context) : OUTCOME.true;
    if (state !== OUTCOME.true) {
      return state;
    }
    const value = reader ? reader.value : read(root);
    isTooMuch = !context.take(costOf(value));
    return isTooMuch ? OUTCOME.error : test(value, reader?.fact);
  };
  const evaluate = (root: unknown): Outcome => {
    if (run !== context.run || seen !== root) {
      run = context.run;
      seen = root;
      isTooMuch = false;
      outcome = judge(root);
    }
    return outcome;
  };

  return {
    evaluate,
    explain(root, negated, findings) {
      evaluate(root);
      findings.add({
        condition,
        negated,
        outcome,
        value: reader ? reader.value : read(root),
        fact: reader?.fact,
        isTooMuch,
      });
    },
  };
}
