/** What other backends are told of a team or a track. @public */
export interface OnboardingValues {
  /** Of a group or a track. */
  entityRef: string;
  /** ISO 8601. */
  computedAt: string;
  /** Of a group: tracks are for its members. */
  trackExists?: boolean;
  /** Median setup time in seconds, of five or more in the last year. */
  setupTime?: { value: number; n: number };
  /** Shares of the votes of five or more in the last 90 days. */
  docs?: { found: number; wrong: number; missing: number; n: number };
  /** Share of tasks on which somebody was stuck, of five or more people in the last 90 days. */
  stuckShare?: { value: number; n: number };
}
