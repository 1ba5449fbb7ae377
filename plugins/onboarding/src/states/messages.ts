/** The words that are the same on all screens. */
export const statesMessages = {
  duration: {
    days: '{{value}} d',
    hours: '{{value}} h',
    minutes: '{{value}} min',
    seconds: '{{value}} s',
  },
  panel: {
    retry: 'Try again',
    errorTitle: 'This could not be loaded',
    notAllowedTitle: 'You may not see this',
    notAllowed:
      'Either your account lacks the permission to read onboarding, or this is somebody else’s journey. Ask the people who run this portal if you need it.',
  },
  journey: {
    'not-started': 'Not started',
    'on-the-way': 'On the way',
    finished: 'Finished',
    ended: 'Ended',
  },
  purpose: {
    onboarding: 'For newcomers',
    'on-call': 'Getting ready for on-call',
    handover: 'Handing over',
  },
} as const;
