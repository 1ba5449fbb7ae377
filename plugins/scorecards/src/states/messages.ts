/** The words for states, the same on all screens. */
export const statesMessages = {
  status: {
    pass: 'Pass',
    fail: 'Fail',
    'no-data': 'No data',
    stale: 'Stale',
    error: 'Error',
    waived: 'Waived',
    'not-applicable': 'Does not apply',
  },
  level: {
    none: 'No level yet',
    reached: '{{level}}, level {{rank}} of {{total}}',
    notReached_one: 'The one level is not reached yet',
    notReached_other: 'None of {{count}} levels is reached yet',
  },
  score: {
    value: '{{score}} / 100',
    parts: '{{pass}} of {{total}} points',
    explanation:
      'The checks that pass weigh {{pass}}, all checks that count weigh {{total}}.',
    nothingCounted: 'Nothing is counted yet',
    terms: {
      title: 'What level, points and score are',
      level:
        'Level: how far an entity has come. It is at a level when every check of that level and of those below it passes.',
      points:
        'Points: what a check counts for. A scorecard gives more of them to what matters more; it calls them weight.',
      score:
        'Score: the points of the checks that pass, out of all points, as a number up to 100.',
      leftOut:
        'A check that does not apply here, or is waived, counts for nothing. One without data does not pass.',
    },
  },
  value: {
    none: 'no value',
    yes: 'yes',
    no: 'no',
    emptyList: 'an empty list',
  },
  owner: { none: 'No owner' },
  panel: {
    retry: 'Try again',
    errorTitle: 'The scorecards could not be loaded',
    notAllowedTitle: 'You may not see this',
    notAllowed:
      'Your account lacks the permission to read these scorecards. Ask the people who run this portal for it.',
    notFoundTitle: 'Not found',
  },
} as const;
