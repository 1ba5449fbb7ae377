import { JsonValue } from '@backstage/types';
import { ConditionNode, RuleNode } from '../rule/types';
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

function compileCondition(
  condition: ConditionNode,
  environment: RuleEnvironment,
): CompiledRule {
  const { context } = environment;
  const { subject } = condition;
  const test = compileTest(condition.test, {
    context,
    mismatch: subject.kind === 'fact' ? OUTCOME.error : OUTCOME.false,
    compileElement: node => compileRule(node, environment).evaluate,
  });

  if (subject.kind === 'fact') {
    const reader = environment.factReader(subject.id);
    const evaluate = () => {
      const state = reader.state(context);
      return state === OUTCOME.true ? test(reader.value, reader.fact) : state;
    };
    return {
      evaluate,
      explain(_root, negated, findings) {
        const outcome = evaluate();
        const { value, fact } = reader;
        findings.add({ condition, negated, outcome, value, fact });
      },
    };
  }

  const read =
    subject.kind === 'path'
      ? compilePath(subject.path)
      : (root: unknown) => root as JsonValue | undefined;
  return {
    evaluate: root => test(read(root), undefined),
    explain(root, negated, findings) {
      const value = read(root);
      findings.add({
        condition,
        negated,
        outcome: test(value, undefined),
        value,
        fact: undefined,
      });
    },
  };
}
