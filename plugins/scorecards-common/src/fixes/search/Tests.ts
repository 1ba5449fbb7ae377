import { JsonValue } from '@backstage/types';
import { compileRule } from '../../engine/compileRule';
import { compileTest } from '../../engine/compileTest';
import { EvaluationContext } from '../../engine/EvaluationContext';
import { FactReader } from '../../engine/FactReader';
import { OUTCOME, Outcome } from '../../engine/outcome';
import { RuleNode, ValueTest } from '../../rule/types';

/** A test of a value, and what it shall come to. */
export interface WantedTest {
  test: ValueTest;
  wants: boolean;
}

/** Has the rule engine judge values that are no field of an entity yet. */
export class Tests {
  readonly now: number;
  readonly #context = new EvaluationContext();

  constructor(now: number) {
    this.now = now;
  }

  meets(value: JsonValue | undefined, { test, wants }: WantedTest): boolean {
    this.#context.start(new Map(), this.now);
    const compiled = compileTest(test, {
      context: this.#context,
      mismatch: OUTCOME.false,
      compileElement: node => this.#compile(node),
    });
    return compiled(value, undefined) === outcomeOf(wants);
  }

  /** Whether an element of a list is what a rule says. */
  holds(node: RuleNode, element: JsonValue): boolean {
    this.#context.start(new Map(), this.now);
    return this.#compile(node)(element) === OUTCOME.true;
  }

  #compile(node: RuleNode): (element: unknown) => Outcome {
    return compileRule(node, {
      context: this.#context,
      factReader: id => new FactReader(id),
    }).evaluate;
  }
}

function outcomeOf(wants: boolean): Outcome {
  return wants ? OUTCOME.true : OUTCOME.false;
}
