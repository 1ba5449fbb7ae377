import { CheckCost } from './types';

/** One in so many evaluations is looked at: what is measured of all would slow all. */
const SAMPLE = 64;

/** How much of the work of evaluations each check of a scorecard is, from samples. */
export class CheckCosts {
  readonly #steps: number[] = [];
  #evaluations = 0;
  #samples = 0;

  /** Answers whether the evaluation that begins is looked at; the first one is. */
  begin(): boolean {
    const isSampled = this.#evaluations % SAMPLE === 0;
    this.#evaluations += 1;
    if (isSampled) {
      this.#samples += 1;
    }
    return isSampled;
  }

  add(index: number, steps: number): void {
    this.#steps[index] = (this.#steps[index] ?? 0) + steps;
  }

  perCheck(checks: readonly { id: string }[]): CheckCost[] {
    const samples = this.#samples;
    return samples === 0
      ? []
      : checks.map(({ id }, index) => ({
          checkId: id,
          steps: Math.round((this.#steps[index] ?? 0) / samples),
          samples,
        }));
  }
}
