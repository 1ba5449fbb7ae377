/** How a track goes. */
export const insightsMessages = {
  team: 'Team',
  teamHelp: 'Left out: all teams.',
  cohorts: 'By the quarter in which people started',
  about: {
    open: 'What these times mean',
    title: 'These times',
    text: 'Calendar time from the start of a journey; set up is counted from the first task. “7 of 11 so far” says that four are not there yet: they count as such and are not left out. The median is of those who are there.',
    bands:
      'Set up within two hours is elite, within two days competitive, after two weeks friction.',
    people:
      'A quarter in which fewer than five people started is never shown, since its figures would be those of somebody.',
  },
  quarter: 'Quarter',
  started: 'Started',
  setup: 'Set up',
  mergedChange: 'First merged change',
  tenthMergedChange: 'Tenth merged change',
  reviewGiven: 'First review given',
  deployedChange: 'First deployment',
  resolvedIncident: 'First incident resolved alone',
  completed: 'All tasks done',
  byAgent: '{{n, number}} of {{of, number}} made with an agent',
  tooFew: 'No quarter is shown',
  tooFewText:
    'Fewer than five people started in each quarter. Figures of so few would be those of somebody.',
  hidden_one:
    '{{count, number}} more person started in a quarter with fewer than five; those quarters are never shown.',
  hidden_other:
    '{{count, number}} more people started in quarters with fewer than five; those quarters are never shown.',
  never: 'Quarters with fewer than five people are never shown.',
  funnel: 'How far people come',
  funnelOf: '{{reached, number}} of {{n, number}}',
  funnelNone:
    'Fewer than five people are counted, so how far they come is not shown.',
  tasks: 'Where people get stuck',
  changes: 'Before and after the track changed',
  version: 'Version',
  before: 'Before: all tasks done',
  after: 'After: all tasks done',
  versionOf: '{{version, number}}, {{day}}',
  noChanges:
    'No change of the track has five people before and five after it yet.',
  findings: 'What nobody does',
  finding: {
    'no-buddy_one': '{{count, number}} journey has no buddy',
    'no-buddy_other': '{{count, number}} journeys have no buddy',
    'no-manager_one':
      '{{count, number}} journey has tasks for a manager, and none is known',
    'no-manager_other':
      '{{count, number}} journeys have tasks for a manager, and none is known',
    'empty-group_one':
      '{{count, number}} journey has tasks for {{role}}, where nobody is',
    'empty-group_other':
      '{{count, number}} journeys have tasks for {{role}}, where nobody is',
  },
} as const;
