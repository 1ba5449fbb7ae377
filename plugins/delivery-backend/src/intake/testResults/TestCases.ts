import {
  isFailure,
  Outcome,
  OUTCOMES,
} from '@fairlead/backstage-plugin-delivery-common';
import { TestCase } from './TestReport';

const isConclusive = (outcome: Outcome) =>
  outcome === 'success' || isFailure(outcome);

/**
 * Brings together what a report says of the same test case: its tries, and its runs in several places.
 *
 * @remarks
 *
 * Runners that try a test again write it once for each try into the same suite: the last try counts, and if another
 * ended differently, the test is flaky. In another suite the same name stands for another run, in another browser or
 * another module, of which the worst counts and which says nothing about flakiness.
 */
export class TestCases {
  /** By their names, and by the places in which they were run. */
  readonly #cases = new Map<string, Map<number, TestCase>>();
  #unnamed = 0;

  /**
   * @param place - the suite; undefined for a case without a name, of which nobody can tell whether it is the same
   */
  add(one: TestCase, place: number | undefined): void {
    const name = JSON.stringify([one.suite, one.case]);
    const places = this.#cases.get(name) ?? new Map<number, TestCase>();
    this.#cases.set(name, places);
    if (place === undefined) {
      this.#unnamed += 1;
      places.set(-this.#unnamed, one);
    } else {
      const before = places.get(place);
      places.set(place, before ? lastOf(before, one) : one);
    }
  }

  list(): TestCase[] {
    return Array.from(this.#cases.values(), places =>
      [...places.values()].reduce(worstOf),
    );
  }
}

function lastOf(before: TestCase, next: TestCase): TestCase {
  const isBoth =
    isConclusive(before.outcome) &&
    isConclusive(next.outcome) &&
    isFailure(before.outcome) !== isFailure(next.outcome);
  const last =
    isConclusive(next.outcome) || !isConclusive(before.outcome) ? next : before;
  return withFlaky(last, isBoth || before.flaky || next.flaky);
}

function worstOf(a: TestCase, b: TestCase): TestCase {
  const worst =
    OUTCOMES.indexOf(b.outcome) > OUTCOMES.indexOf(a.outcome) ? b : a;
  return withFlaky(worst, a.flaky || b.flaky);
}

function withFlaky(one: TestCase, flaky: boolean | undefined): TestCase {
  return flaky ? { ...one, flaky } : one;
}
