/** The link on the About card. */
export const aboutLinkMessages = {
  runbook: 'Runbook',
  fires: '{{alert}} fires',
} as const;
