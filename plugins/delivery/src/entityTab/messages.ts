/** The tab of an entity. */
export const entityTabMessages = {
  window: 'Time',
  days: '{{days}} days',
  leadTimeStart: 'Lead time counts from',
  start: {
    'first-commit': 'First commit',
    'first-push': 'First push',
    opened: 'Opened',
    merged: 'Merged',
  },
  computed: 'As of {{age}}',
  trends: 'Trends',
  more: 'More about deployments',
  noSentence: 'No change arrived in this time, so nothing says what waits.',
} as const;
