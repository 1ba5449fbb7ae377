import {
  CheckResult,
  ScorecardResult,
} from '@fairlead/backstage-plugin-scorecards-common';
import { nextChecks } from '../nextStep';

const CHECKS_ON_CARD = 4;

/** One scorecard on the card: the checks that are shown, and how many are left for the tab. */
export interface CardSection {
  result: ScorecardResult;
  shown: CheckResult[];
  more: number;
}

/**
 * Shares the card's few rows among the scorecards: each with a next level gets one row, and rows that are left go round
 * from the top.
 */
export function shareRows(results: ScorecardResult[]): CardSection[] {
  const waiting = results.map(nextChecks);
  const rows = waiting.map(checks => Math.min(checks.length, 1));
  let left = CHECKS_ON_CARD - rows.reduce((sum, count) => sum + count, 0);
  while (left > 0 && waiting.some((checks, i) => checks.length > rows[i])) {
    for (let i = 0; i < waiting.length && left > 0; i++) {
      if (waiting[i].length > rows[i]) {
        rows[i]++;
        left--;
      }
    }
  }
  return results.map((result, i) => ({
    result,
    shown: waiting[i].slice(0, rows[i]),
    more: waiting[i].length - rows[i],
  }));
}
