/** The home page widget. */
export const homeWidgetMessages = {
  next: 'Next on “{{track}}”',
  open: 'Open my journey',
  nothing: 'You are on no track, and nobody waits for you here',
  waiting_one: '{{count, number}} thing of others waits for you',
  waiting_other: '{{count, number}} things of others wait for you',
  nothingNow: 'Nothing is yours to do right now on “{{track}}”',
} as const;
