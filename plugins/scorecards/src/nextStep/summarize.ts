import { ScorecardResult } from '@fairlead/backstage-plugin-scorecards-common';

/** What a scorecard comes to for an entity, in one thought. */
export type Summary =
  | { kind: 'does-not-apply' }
  | { kind: 'checks-to-level'; checks: number; level: string }
  | { kind: 'all-pass' }
  | { kind: 'all-pass-or-waived' }
  | { kind: 'top-level' };

/** What to say first about a result. */
export function summarize(result: ScorecardResult): Summary {
  const applicable = result.checks.filter(
    check => check.status !== 'not-applicable',
  );
  if (applicable.length === 0) {
    return { kind: 'does-not-apply' };
  }
  if (result.next) {
    return {
      kind: 'checks-to-level',
      checks: result.next.checks.length,
      level: result.next.level,
    };
  }
  if (applicable.every(check => check.status === 'pass')) {
    return { kind: 'all-pass' };
  }
  return applicable.every(
    check => check.status === 'pass' || check.status === 'waived',
  )
    ? { kind: 'all-pass-or-waived' }
    : { kind: 'top-level' };
}
