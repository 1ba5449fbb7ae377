/** Starting, ticking and finishing a runbook. */
export const usesMessages = {
  start: 'Start',
  continue: 'Continue',
  startFailed: 'The runbook could not be started: {{message}}',
} as const;
