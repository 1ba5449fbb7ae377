/** How far a journey or a part of it is. */
export const progressMessages = {
  done: '{{done, number}} of {{total, number}} done',
  nothing: 'Nothing here counts',
  optional: '{{done, number}} of {{total, number}} optional',
  waived_one: '{{count, number}} left out',
  waived_other: '{{count, number}} left out',
} as const;
