/** Which alerts have a runbook. */
export const coverageMessages = {
  sentence_one:
    '{{covered, number}} of {{count, number}} alert that fired in {{days, number}} days has a runbook that resolves',
  sentence_other:
    '{{covered, number}} of {{count, number}} alerts that fired in {{days, number}} days have a runbook that resolves',
  sentenceAll_one:
    'The one alert that fired in {{days, number}} days has a runbook that resolves',
  sentenceAll_other:
    'All {{count, number}} alerts that fired in {{days, number}} days have a runbook that resolves',
  nothingFired: 'No alert fired in {{days, number}} days',
  share: '({{share}})',
  night_one: 'At night: {{covered, number}} of {{count, number}} that may page',
  night_other:
    'At night: {{covered, number}} of {{count, number}} that may page',
  nightNone: 'At night: none of those that fired may page',
  silent_one:
    'Silent: {{count, number}} more is known and did not fire; {{covered, number}} has a runbook',
  silent_other:
    'Silent: {{count, number}} more are known and did not fire; {{covered, number}} have a runbook',
  silentNone: 'Silent: no other alert is known',
  definition: {
    open: 'What alert coverage means',
    title: 'Alert coverage',
    fired:
      'Alert coverage is the share of the alert names that fired which have a runbook that resolves. It counts what fired, not what is defined: an alert on an entity counts once, however often it fires.',
    night:
      'Night coverage is the same of those that may wake somebody up, by the labels or receivers that the operator of this portal has named.',
    silent:
      'Alerts that are known and did not fire in this time are counted apart.',
  },
  filter: {
    covered: 'Runbook',
    coveredNo: 'Missing',
    coveredYes: 'There',
    mayPage: 'At night',
    mayPageYes: 'May page',
    mayPageNo: 'Pages nobody',
    text: 'Alert',
  },
  list: 'Alerts that fired',
  column: {
    alert: 'Alert',
    entity: 'On',
    owner: 'Owner',
    runbook: 'Runbook',
    fired: 'Fired',
    action: 'Next step',
  },
  mayPage: 'May page at night',
  firesNow: 'Fires now',
  firings_one: '{{count, number}} time',
  firings_other: '{{count, number}} times',
  last: 'last {{when}}',
  notFired: 'Did not fire',
  told: 'The alert names',
  noReason: 'No runbook is known for it',
  write: 'Write it',
  writeLabel: 'Write a runbook for {{alert}} on {{entity}}',
  address: 'Address',
  addressLabel: 'Permanent address for {{alert}} on {{entity}}',
  emptyTitle: 'No alert is known yet',
  empty:
    'Alerts come from what delivery receives of Alertmanager, PagerDuty and others. Those of entities that you may see show here once one fires.',
  dialog: {
    write: 'A runbook for {{alert}}',
    address: 'The address of the runbook for {{alert}}',
    close: 'Close',
  },
  permanent: {
    title: 'Permanent address',
    text: 'Put this into the annotations of the alert. It leads to the right page, however files move.',
    label: 'Annotation of the alert',
  },
} as const;
