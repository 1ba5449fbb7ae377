/** The permanent address of the runbook for an alert. */
export const forAlertMessages = {
  looking: 'Looking for the runbook …',
  noAlertTitle: 'Which alert?',
  noAlert:
    'The address names the alert and the entity: /runbooks/for?alert=HighLatency&entity=component:default/checkout',
  noneTitle: '{{alert}} has no runbook',
  noneOnTitle: '{{alert}} has no runbook on {{entity}}',
  noneEntityTitle: '{{entity}} has no runbook',
  others: 'These may help',
} as const;
