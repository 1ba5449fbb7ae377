import { CheckResult } from '@fairlead/backstage-plugin-scorecards-common';
import { missingFacts } from './factId';

/**
 * Whether the reason of a result says more than what stands beside it anyway: the values that were found, what is
 * wanted, and which data is missing.
 */
export function saysMore({
  status,
  reason,
  evidence,
}: Pick<CheckResult, 'status' | 'reason' | 'evidence'>): boolean {
  if (!reason) {
    return false;
  }
  switch (status) {
    case 'pass':
    case 'fail':
      return evidence.length === 0;
    case 'no-data':
      return missingFacts(evidence).length === 0;
    default:
      return true;
  }
}
