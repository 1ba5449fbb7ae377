import {
  HealthPart,
  RunbookHealth,
} from '@fairlead/backstage-plugin-runbooks-common';

/** Whether a runbook would help somebody tonight; `unknown` where a part of it is not known. */
type Verdict = 'holds' | 'fails' | 'unknown';

/** Drift is a hint that something may have changed; by itself it makes no runbook fail. */
const DECISIVE: readonly HealthPart[] = [
  'resolves',
  'complete',
  'actionable',
  'fresh',
];

/** What the parts of a runbook's health come to for the reader of tonight. Unknown is never good news. */
export function verdictOf(health: RunbookHealth): Verdict {
  const states = DECISIVE.map(part => health[part].state);
  if (states.includes('bad')) {
    return 'fails';
  }
  return states.every(state => state === 'ok') ? 'holds' : 'unknown';
}
