/** How many alerts have a runbook, in words. */
export const coverageWordsMessages = {
  nothingFired_one: 'No alert fired in the last day',
  nothingFired_other: 'No alert fired in {{count, number}} days',
  all_one: 'The one alert that fired in {{days}} days has a runbook',
  all_other:
    'All {{count, number}} alerts that fired in {{days}} days have a runbook',
  some_one: '{{covered}} of {{count, number}} alert that fired has a runbook',
  some_other:
    '{{covered}} of {{count, number}} alerts that fired have a runbook',
  none_one: 'The one alert that fired has no runbook',
  none_other: 'None of {{count, number}} alerts that fired has a runbook',
  night_one: '{{count, number}} that may page has none',
  night_other: '{{count, number}} that may page have none',
} as const;
