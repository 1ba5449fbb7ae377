/** Keeps the samples of entities up to date with their records. */
export interface Measuring {
  /** Records changed: measures soon, without waiting for the schedule. */
  nudge(): void;

  /** Measures all that is out of date and not in other hands. Answers how many entities that were. */
  run(options?: { signal?: AbortSignal }): Promise<number>;

  /** Ends after the entity in hand. */
  stop(): Promise<void>;
}
