/** Judges what is due and stores what came of it. */
export interface Evaluator {
  /** Evaluates what is due soon, without being waited for: called after each write that made an entity due. */
  nudge(): void;

  /** Evaluates all that is due now, batch by batch, until nothing is left. Returns how many entities it judged. */
  run(options?: { signal?: AbortSignal }): Promise<number>;
}
