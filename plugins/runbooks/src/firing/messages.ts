/** An alert that fires now. */
export const firingMessages = {
  label: 'Fires now',
  since: '{{alert}} has been firing for {{age}}',
  mayPage: 'may page',
  severity: 'severity {{severity}}',
  open: 'Open the runbook',
  openLabel: 'Open the runbook of {{alert}}: {{title}}',
  none: 'No runbook',
  whatNow: 'What to do',
  whatNowLabel: 'What to do about {{alert}}, which has no runbook',
  source: 'See the alert',
  dashboard: 'Dashboard',
  on: 'on {{entity}}',
} as const;
