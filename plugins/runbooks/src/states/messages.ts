/** The words for states, the same on all screens. */
export const statesMessages = {
  duration: {
    days: '{{value}} d',
    hours: '{{value}} h',
    minutes: '{{value}} min',
    seconds: '{{value}} s',
  },
  panel: {
    retry: 'Try again',
    errorTitle: 'Runbooks could not be loaded',
    notAllowedTitle: 'You may not see this',
    notAllowed:
      'Your account lacks the permission to read runbooks. Ask the people who run this portal for it.',
  },
} as const;
