/** Reports of friction. */
export const frictionMessages = {
  report: 'Report friction',
  dialog: {
    title: 'What got in your way with {{entity}}?',
    kindMissing: 'Choose what it was',
    time: 'How much time did it take?',
    minutes: 'Minutes',
    minutesWrong: 'Between 1 and 2,400 minutes',
    note: 'Note (optional)',
    noteHelp: 'What would have helped',
    promise:
      'The owning team sees kind, time and note, and the sums of each week. Your name is never shown.',
    cancel: 'Cancel',
    send: 'Send',
    sent: 'Thank you. The owning team sees it without your name.',
    failed: 'The report was not sent: {{message}}',
  },
  kind: {
    waiting: {
      title: 'Waiting',
      text: 'A review, a build, an approval, an answer',
    },
    'unclear-requirements': {
      title: 'Unclear requirements',
      text: 'What should be built was not clear',
    },
    'fragile-system': {
      title: 'Fragile system',
      text: 'It broke, or nobody dares to change it',
    },
    'poor-tooling': {
      title: 'Poor tooling',
      text: 'Set-up, scripts, tests, documentation',
    },
  },
  time: {
    quarter: '15 min',
    hour: '1 h',
    halfDay: 'Half a day',
    day: 'A day',
    other: 'Other',
  },
  section: {
    title: 'Friction reports',
    beside:
      'Reported {{reported}} a week on average; measured waiting and rework: {{measured}} a week.',
    besideUnknown: 'Reported {{reported}} a week on average.',
    none: 'Nobody reported friction in this time.',
    noneText: 'A report takes ten seconds and shows no name.',
    week: 'Week of',
    reports: 'Reports',
    time: 'Time',
    kinds: 'Of which',
    kindSum: '{{kind}} {{time}}',
    single: 'Single reports',
    singleFor: 'The owning team reads all of them, others only their own.',
    singleDay: 'Day',
    singleKind: 'Kind',
    singleNote: 'Note',
    withdraw: 'Take back',
    withdrawn: 'The report was taken back',
    withdrawFailed: 'The report could not be taken back and is shown again',
  },
} as const;
