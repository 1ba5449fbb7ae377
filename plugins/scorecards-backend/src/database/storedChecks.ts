import {
  CheckStatus,
  Evidence,
} from '@fairlead/backstage-plugin-scorecards-common';

/** What `results.checks` holds of one check; its id and status stand in the definition and in `statuses`. */
export interface StoredCheck {
  /** Since when the status holds, milliseconds since the epoch. */
  since: number;
  reason: string;
  evidence: Evidence[];
  countsFrom?: string;
  waiverId?: string;
}

/** The letter of each status in `results.statuses`: one letter a check lets one query count and filter by check. */
export const STATUS_LETTERS: Record<CheckStatus, string> = {
  pass: 'p',
  fail: 'f',
  'no-data': 'n',
  stale: 's',
  error: 'e',
  waived: 'w',
  'not-applicable': 'x',
};

const STATUSES = Object.fromEntries(
  Object.entries(STATUS_LETTERS).map(([status, letter]) => [letter, status]),
) as Record<string, CheckStatus>;

/** The statuses behind the letters of `results.statuses`, in the order of the definition. */
export function readStatuses(letters: string): CheckStatus[] {
  return Array.from(letters, letter => STATUSES[letter]);
}
