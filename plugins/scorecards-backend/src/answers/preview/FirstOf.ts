/** Keeps the first so many of a stream of any length, in order: memory does not grow with what is added. */
export class FirstOf<T> {
  readonly #limit: number;
  readonly #compare: (a: T, b: T) => number;
  readonly #items: T[] = [];

  constructor(limit: number, compare: (a: T, b: T) => number) {
    this.#limit = limit;
    this.#compare = compare;
  }

  add(item: T): void {
    let low = 0;
    let high = this.#items.length;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (this.#compare(this.#items[middle], item) <= 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    if (low < this.#limit) {
      this.#items.splice(low, 0, item);
      this.#items.length = Math.min(this.#items.length, this.#limit);
    }
  }

  toArray(): T[] {
    return [...this.#items];
  }
}
