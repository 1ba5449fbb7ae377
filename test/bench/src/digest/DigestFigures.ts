export const TEAMS = 2_000;

/** What the process measured that sent the digests. */
export interface DigestFigures {
  seconds: number;
  /** How many notifications were handed over. */
  sent: number;
  againSeconds: number;
  sentAgain: number;
}
