import {
  CheckResult,
  ScorecardResult,
} from '@fairlead/backstage-plugin-scorecards-common';

/** The checks that stand between the entity and its next level, the heaviest first. */
export function nextChecks(result: ScorecardResult): CheckResult[] {
  const byId = new Map(result.checks.map(check => [check.id, check]));
  return (result.next?.checks ?? []).flatMap(id => byId.get(id) ?? []);
}

/** The checks that do not pass today and will count from a day ahead. */
export function announcedChecks(result: ScorecardResult): CheckResult[] {
  return result.checks.filter(
    check =>
      check.countsFrom !== undefined &&
      !['pass', 'waived', 'not-applicable'].includes(check.status),
  );
}
