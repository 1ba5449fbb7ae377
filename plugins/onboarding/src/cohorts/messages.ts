/** The times of several people together. */
export const cohortsMessages = {
  nobody: 'nobody is counted yet',
  none: '{{reached, number}} of {{n, number}} so far',
  some: '{{reached, number}} of {{n, number}} so far, median {{median}}',
  all: 'all {{n, number}}, median {{median}}',
  allUntimed: 'all {{n, number}}',
  withThose: 'With those who are not there yet, half need {{median}} or less.',
  band: {
    elite: 'two hours or less: elite',
    competitive: 'two days or less: competitive',
    between: 'more than two days',
    friction: 'two weeks or more: friction',
  },
} as const;
