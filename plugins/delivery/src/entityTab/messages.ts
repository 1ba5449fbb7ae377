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
  origin: {
    label: 'Counted',
    counted: 'People and agents',
    person: 'People',
    agent: 'Agents',
    'dependency-bot': 'Dependency bots',
    share:
      '{{agents}} of {{n}} changes are by agents; they helped with {{assisted}} others.',
  },
  computed: 'As of {{age}}',
  trends: 'Trends',
  more: 'More about deployments',
  counts: {
    'first-commit': '{{counted}} of {{n}} count from the first commit.',
    'first-push': '{{counted}} of {{n}} count from the first push.',
    opened:
      '{{counted}} of {{n}} count from the opening: nothing earlier is known.',
    merged: '{{counted}} of {{n}} count from the merge.',
  },
} as const;
