import { FactDirectory } from '../facts';
import { LIMITS } from './limits';
import { PatternCompiler } from './pattern';

/**
 * Which language is read: `rule` knows facts and all operators; `filter` is the plain filter predicate that the
 * catalog itself can run.
 */
export type Dialect = 'rule' | 'filter';

/** What one parse shares between its steps. Problems are gathered, never thrown: an author wants to see all. */
export class ParseContext {
  readonly dialect: Dialect;
  /** Undefined when it is not known which facts exist. */
  readonly facts: FactDirectory | undefined;
  /**
   * Whether a rule is refused for what is known about its facts. Only an author is told: a definition that was accepted
   * keeps working when a source is taken away or declares something else.
   */
  readonly judgesFacts: boolean;
  readonly patterns: PatternCompiler;
  readonly #onProblem: (path: string, message: string) => void;
  #conditions = 0;
  #problems = 0;

  constructor(options: {
    dialect: Dialect;
    facts?: FactDirectory;
    judgesFacts: boolean;
    /** Shared by all rules of a scorecard. */
    patterns: PatternCompiler;
    onProblem(path: string, message: string): void;
  }) {
    this.dialect = options.dialect;
    this.facts = options.facts;
    this.judgesFacts = options.judgesFacts && options.facts !== undefined;
    this.patterns = options.patterns;
    this.#onProblem = options.onProblem;
  }

  problem(path: string, message: string): undefined {
    this.#problems += 1;
    this.#onProblem(path, message);
    return undefined;
  }

  /** False once the rule has more conditions than allowed, which is reported once, or more problems than are told. */
  takeCondition(path: string): boolean {
    this.#conditions += 1;
    if (this.#conditions === LIMITS.ruleConditions + 1) {
      this.problem(
        path,
        `the rule has more than ${LIMITS.ruleConditions} conditions, split it into several checks`,
      );
    }
    return (
      this.#conditions <= LIMITS.ruleConditions &&
      this.#problems < LIMITS.problems
    );
  }
}
