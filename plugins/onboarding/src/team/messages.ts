/** The card and the tab of a group. */
export const teamMessages = {
  title: 'Onboarding of the team',
  viewAll: 'View all',
  onTheWay_zero: 'Nobody is on the way',
  onTheWay_one: '{{count, number}} person is on the way',
  onTheWay_other: '{{count, number}} people are on the way',
  unknown: 'Fewer than five are on the way, or nobody; how many is not told.',
  nothing: 'No journey of this team is known',
  nothingText:
    'Journeys start when somebody joins a team that a track is for. What you see of them depends on what they are to you: of your direct reports and of those whose buddy you are, where they stand; of others only figures of five or more.',
  people: 'Who is on a track',
  peopleHidden:
    'You see those who report to you and those whose buddy you are, and of the former only whether they have started or finished.',
  user: 'Person',
  track: 'Track',
  state: 'Where they stand',
  since: 'Start',
  times: 'Times',
  setup: 'Set up',
  mergedChange: 'First merged change',
  fewTimes:
    'Fewer than five people began here, so no times are shown: they would be the times of somebody.',
  stuck: 'Most stuck tasks',
  roles: 'Roles that nobody has',
  role: '{{role}}: {{count, number}}×',
  roleNames: {
    buddy: 'buddy',
    manager: 'manager',
  },
  help: 'Calls for help that wait',
  helpCount_one: '{{count, number}} call for help waits for an answer',
  helpCount_other: '{{count, number}} calls for help wait for an answer',
} as const;
