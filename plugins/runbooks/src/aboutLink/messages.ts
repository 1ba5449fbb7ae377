/** The link on the About card. */
export const aboutLinkMessages = {
  runbook: 'Runbook',
  fires: 'Runbook, firing',
  firesTitle: '{{alert}} fires: {{runbook}}',
} as const;
