/**
 * The five things that are asked of a runbook. Each is shown by itself; no number is made of them.
 *
 * @public
 */
export type HealthPart =
  | 'resolves'
  | 'complete'
  | 'actionable'
  | 'fresh'
  | 'drift';

/** All parts, in the order in which they are shown. @public */
export const HEALTH_PARTS: readonly HealthPart[] = [
  'resolves',
  'complete',
  'actionable',
  'fresh',
  'drift',
];

/**
 * How one part stands. `unknown` was not looked at yet, or cannot be known; `unverifiable` was looked at and hides what it
 * holds, as a login page does.
 *
 * @public
 */
export type HealthState = 'ok' | 'bad' | 'unknown' | 'unverifiable';

/** All states. @public */
export const HEALTH_STATES: readonly HealthState[] = [
  'ok',
  'bad',
  'unknown',
  'unverifiable',
];

/** One part of the health of a runbook. @public */
export interface PartHealth {
  state: HealthState;
  /** Why it stands so, in a sentence, with what would mend it. */
  reason?: string;
  /** When it was found to be so; of `fresh`, when a person last verified or used it. ISO 8601. */
  at?: string;
  /** Of `fresh` the days since then, of `drift` the production deployments since then. */
  value?: number;
}

/** The health of a runbook, part by part. @public */
export type RunbookHealth = Record<HealthPart, PartHealth>;
