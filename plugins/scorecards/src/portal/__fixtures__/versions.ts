import {
  ScorecardEntityV1alpha1,
  ScorecardVersionSummary,
} from '@fairlead/backstage-plugin-scorecards-common';
import { DEFINITION } from './definition';

/** The version before {@link DEFINITION}: builds had five minutes more, and nobody asked for the last check. */
export const BEFORE: ScorecardEntityV1alpha1 = {
  ...DEFINITION,
  spec: {
    ...DEFINITION.spec,
    checks: DEFINITION.spec.checks
      .slice(0, -1)
      .map(check =>
        check.id === 'fast-builds'
          ? { ...check, title: 'Builds answer within a quarter of an hour' }
          : check,
      ),
  },
};

/** The version that changed it, fifty days ago. */
export function exampleVersions(now: number): ScorecardVersionSummary[] {
  return [
    {
      version: 3,
      since: new Date(now - 50 * 86_400_000).toISOString(),
      changes: ['“Builds answer within ten minutes”: 15 min became 10 min'],
    },
  ];
}
