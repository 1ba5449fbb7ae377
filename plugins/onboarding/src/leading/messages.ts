/** What those who answer for a track do for somebody who is on it. */
export const leadingMessages = {
  title: 'On tracks that you look after',
  intro:
    'Who is on the way. How far they are stays theirs; figures of five and more stand at the track.',
  ofVersion: '{{track}}, version {{version, number}}',
  buddy: 'Buddy: {{buddy}}',
  noBuddy: 'Nobody goes along yet',
  name: {
    button: 'Name a buddy',
    label: 'Name a buddy of {{user}}',
    title: 'Who goes along with {{user}}?',
    intro: 'Whoever you name is asked, and takes the place of who was before.',
    field: 'Buddy',
    needed: 'Choose a person',
    send: 'Ask them',
    done: 'The buddy of {{user}} is named.',
  },
  waive: {
    button: 'Leave out a task',
    label: 'Leave out a task of {{user}}',
    title: 'Leave out a task of {{user}}',
    done: 'The task is left out for {{user}}, unless it was done already.',
  },
  end: {
    button: 'End',
    label: 'End the journey of {{user}}',
    title: 'End the journey of {{user}} on “{{track}}”?',
    intro:
      'Nothing of it is verified any more, and nobody is reminded of it. It cannot be taken up again; another one can be begun.',
    reason: 'Why?',
    needed: 'Say why, so that others understand it later',
    send: 'End the journey',
    done: 'The journey of {{user}} has ended.',
  },
} as const;
