import { Fact } from '../facts';
import { LIMITS } from '../rule/limits';

/**
 * What one evaluation reads and what it notes on the way. One is kept for each compiled scorecard and used again for
 * each entity, so that evaluating allocates nothing.
 */
export class EvaluationContext {
  facts: ReadonlyMap<string, Fact> = new Map();
  now = 0;
  /** The `maxAge` of the check at hand, milliseconds. */
  maxAge = Infinity;
  /** The earliest time at which something read so far turns by the clock alone. */
  nextChangeAt = Infinity;
  /** Tells one evaluation from the next, for what is read once for each. */
  run = 0;
  /** All the work so far, of all evaluations, in steps. */
  steps = 0;
  #left = 0;
  #leftToExplain = 0;

  start(facts: ReadonlyMap<string, Fact>, now: number) {
    this.facts = facts;
    this.now = now;
    this.nextChangeAt = Infinity;
    this.run += 1;
    this.#left = LIMITS.evaluationSteps;
    this.#leftToExplain = LIMITS.evaluationSteps;
  }

  /**
   * Explains with the steps that are kept for that: what a check comes to must not depend on whether those before it
   * were explained.
   */
  whileExplaining(explain: () => void) {
    const left = this.#left;
    this.#left = this.#leftToExplain;
    explain();
    this.#leftToExplain = this.#left;
    this.#left = left;
  }

  /** Takes steps of the evaluation at hand; false when there are not as many left, which is a step of work too. */
  take(steps: number): boolean {
    const isThere = steps <= this.#left;
    const taken = isThere ? steps : 1;
    this.#left -= taken;
    this.steps += taken;
    return isThere;
  }

  /** Whether no step is left. */
  get isSpent(): boolean {
    return this.#left <= 0;
  }

  /** Notes that something turns at a time; what has passed does not turn again. */
  turnsAt(time: number) {
    if (time > this.now && time < this.nextChangeAt) {
      this.nextChangeAt = time;
    }
  }
}
