import { Fact } from '../facts';

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

  start(facts: ReadonlyMap<string, Fact>, now: number) {
    this.facts = facts;
    this.now = now;
    this.nextChangeAt = Infinity;
    this.run += 1;
  }

  /** Notes that something turns at a time; what has passed does not turn again. */
  turnsAt(time: number) {
    if (time > this.now && time < this.nextChangeAt) {
      this.nextChangeAt = time;
    }
  }
}
