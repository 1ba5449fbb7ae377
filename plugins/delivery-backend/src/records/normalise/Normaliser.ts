/** Makes records of the deliveries that wait in the inbox. */
export interface Normaliser {
  /** Says that something waits: it is looked after in the background, soon. Never throws. */
  nudge(): void;
  /** Works off what waits; answers how many deliveries were finished. */
  run(options?: { signal?: AbortSignal }): Promise<number>;
  /** Ends after the batch in hand. */
  stop(): Promise<void>;
}
