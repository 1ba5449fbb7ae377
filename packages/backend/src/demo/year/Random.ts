import { alea } from 'seedrandom';

/** Chance that is the same each time for the same seed. */
export class Random {
  readonly #next: () => number;

  static of(...seed: (string | number)[]): Random {
    return new Random(alea(seed.join('/')));
  }

  private constructor(next: () => number) {
    this.#next = next;
  }

  /** From `low` up to but not including `high`. */
  between(low: number, high: number): number {
    return low + this.#next() * (high - low);
  }

  /** A whole number from `low` up to and including `high`. */
  integer(low: number, high: number): number {
    return Math.floor(this.between(low, high + 1));
  }

  /** True in so large a share of cases. */
  chance(share: number): boolean {
    return this.#next() < share;
  }

  pick<T>(items: readonly T[]): T {
    return items[this.integer(0, items.length - 1)];
  }

  /** Spread around a median like durations of work are: never below zero, with a long tail. */
  duration(median: number, spread: number = 0.6): number {
    const normal =
      Math.sqrt(-2 * Math.log(1 - this.#next())) *
      Math.cos(2 * Math.PI * this.#next());
    return median * Math.exp(spread * normal);
  }

  /** How often something happens that happens `mean` times on average. */
  count(mean: number): number {
    const limit = Math.exp(-mean);
    let product = this.#next();
    let count = 0;
    while (product > limit) {
      product *= this.#next();
      count += 1;
    }
    return count;
  }
}
