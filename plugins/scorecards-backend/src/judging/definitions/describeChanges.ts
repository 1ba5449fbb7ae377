import {
  diffScorecards,
  ScorecardEntityV1alpha1,
} from '@fairlead/backstage-plugin-scorecards-common';
import { isolated } from '@fairlead/bidi-text';

/** What changed from one version of a scorecard to the next, as sentences. */
export function describeChanges(
  before: ScorecardEntityV1alpha1 | undefined,
  after: ScorecardEntityV1alpha1,
): string[] {
  if (!before) {
    return ['First version'];
  }
  const changes = diffScorecards(before, after);
  if (before.spec.owner !== after.spec.owner) {
    changes.push(
      isolated`The owner went from ${before.spec.owner} to ${after.spec.owner}`,
    );
  }
  return changes.length > 0 ? changes : ['Wording or order changed'];
}
