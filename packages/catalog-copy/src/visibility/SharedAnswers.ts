/** The reads of one key: the one under way, and the one that comes after it. */
interface Reads {
  current: Promise<unknown>;
  next?: Promise<unknown>;
}

/**
 * Answers that all share who ask for the same at about the same time.
 *
 * @remarks
 *
 * Nobody gets an answer that was begun before they asked: while one is being read, all who come wait for the next one, and
 * share that. So no answer is older than its request, and there is one read of a key at a time, however many ask.
 */
export class SharedAnswers {
  readonly #reads = new Map<string, Reads>();

  /** @param key - the same for all reads that answer the same */
  async share<T>(key: string, read: () => Promise<T>): Promise<T> {
    const reads = this.#reads.get(key);
    if (!reads) {
      return this.#start(key, read);
    }
    reads.next ??= reads.current
      .catch(() => {})
      .then(() => this.#start(key, read));
    return reads.next as Promise<T>;
  }

  #start<T>(key: string, read: () => Promise<T>): Promise<T> {
    const current = read();
    const reads: Reads = { current };
    this.#reads.set(key, reads);
    const forget = () => {
      if (!reads.next) {
        this.#reads.delete(key);
      }
    };
    current.then(forget, forget);
    return current;
  }
}
