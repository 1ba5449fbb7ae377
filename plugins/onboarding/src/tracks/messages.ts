/** The list of tracks, and one of them. */
export const tracksMessages = {
  none: 'There are no tracks yet',
  noneText:
    'A track is a file of the kind OnboardingTrack in the catalog: milestones, tasks, and how each is verified. Write one, or turn a checklist that you have into one with “fairlead onboarding import checklist.md”.',
  more: 'Show more',
  shown: '{{shown, number}} of {{total, number}}',
  moreFailed: 'More could not be loaded.',
  tasks_one: '{{count, number}} task that counts',
  tasks_other: '{{count, number}} tasks that count',
  onTheWay_one: '{{count, number}} journey on the way',
  onTheWay_other: '{{count, number}} journeys on the way',
  owner: 'Looked after by {{owner}}',
  back: 'All tracks',
  tab: {
    label: 'Parts of this track',
    plan: 'Plan',
    insights: 'How it goes',
  },
  starts: {
    label: 'A journey starts',
    join: 'when somebody joins a team that it is for',
    assignment: 'when somebody who looks after it assigns it',
    self: 'by oneself',
  },
  missing: 'It includes tracks that are not there: {{tracks}}',
  versions: 'Versions',
  version: 'Version {{version, number}}, {{day}}',
  versionNote:
    'Journeys stay on the version with which they began, and are offered the newest.',
  optional: 'optional',
  for: 'for {{who}}',
  roles: { buddy: 'the buddy', manager: 'the manager' },
  after: 'after: {{tasks}}',
  empty:
    'No task stands here; the catalog adds what the team of whoever is on the track has.',
  start: {
    self: 'Start this track',
    mine: 'Go to my journey',
    assign: 'Assign it',
    title: 'Assign “{{track}}”',
    user: 'To whom',
    userNeeded: 'Choose a person',
    day: 'First day',
    dayHelp:
      'Left out: the day that the catalog says, else their first visit here.',
    send: 'Start their journey',
    done: 'The journey has begun.',
    later:
      'The journey begins on {{day}}, or on the first day that the catalog says.',
  },
  preview: {
    title: 'Preview',
    intro: 'What this track comes to for somebody. Nothing is kept.',
    user: 'As whom',
    userHelp: 'Left out: as yourself.',
    show: 'Show',
    isFor: 'It is for {{user}}.',
    isNotFor: 'It is not for {{user}}: they are not of its audience.',
    problems: 'The track has problems:',
    failed: 'The catalog has no file of this track to preview.',
  },
} as const;
