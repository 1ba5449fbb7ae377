/** Whose numbers a team's are. */
export const teamMessages = {
  view: {
    label: 'Whose numbers',
    then: 'Owned at the time',
    now: 'Owned today',
    explanation: {
      then: 'A team is counted with what it owned when it happened, so that handing a service over takes no past along.',
      now: 'A team is counted with what it owns today, past included, whoever owned it then.',
    },
  },
} as const;
