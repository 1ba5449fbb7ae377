import {
  EntityScorecardsResponse,
  ScorecardResult,
} from '@fairlead/backstage-plugin-scorecards-common';
import { check, CHECKS } from './checks';

/** A result with the given parts changed: bronze of three levels, two checks to silver. */
export function result(
  changes: Partial<ScorecardResult> = {},
): ScorecardResult {
  return {
    scorecardRef: 'scorecard:default/production-readiness',
    title: 'Production readiness',
    level: 'bronze',
    levels: ['bronze', 'silver', 'gold'],
    score: 2 / 9,
    scoreParts: { pass: 2, total: 9 },
    next: { level: 'silver', checks: ['runbook-for-alerts', 'fast-builds'] },
    checks: CHECKS,
    changedAt: '2026-11-12T08:30:00.000Z',
    ...changes,
  };
}

/** A result in which everything is well. */
export const PASSING_RESULT = result({
  scorecardRef: 'scorecard:default/ownership',
  title: 'Ownership',
  level: 'gold',
  score: 1,
  scoreParts: { pass: 2, total: 2 },
  next: null,
  checks: [
    check({ id: 'has-owner', title: 'Has an owner', status: 'pass' }),
    check({
      id: 'has-system',
      title: 'Belongs to a system',
      level: 'gold',
      status: 'pass',
    }),
  ],
});

/** What the backend answers for an entity with these results. */
export function entityScorecards(
  scorecards: ScorecardResult[] = [result()],
  changes: Partial<EntityScorecardsResponse> = {},
): EntityScorecardsResponse {
  return {
    entityRef: 'component:default/checkout-web',
    evaluatedAt: '2026-11-20T08:05:00.000Z',
    scorecards,
    ...changes,
  };
}
