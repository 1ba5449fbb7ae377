/** Questions and their answers. */
export const attestationMessages = {
  asked: 'Asked',
  answers: 'Answers',
  noAnswer: 'Nobody has answered yet.',
  mayAnswer: 'Members of {{teams}} can answer.',
  mayAnswerNobody:
    'Nobody can answer: teams answer, and no team owns this. Set its owner to a group.',
  maySettle:
    'These answers contradict each other. Until {{team}}, which owns this, settles which of them holds, the check does not pass.',
  maySettleNobody:
    'These answers contradict each other, and no team owns this that could settle which of them holds.',
  given: 'answered {{ago}}',
  state: {
    'in-force': 'Holds until {{day}}',
    expired: 'Expired on {{day}}',
    outdated: 'Does not count any more',
    'set-aside': 'Set aside',
  },
  outdatedWhy:
    'The team may no longer answer, or its choice is no longer offered.',
  setAsideWhy: 'The owner settled for another answer: {{reason}}',
  askedThen: 'Asked then: {{question}}',
  evidence: 'Rests on',
  answer: 'Answer',
  answerAgain: 'Answer again',
  dialogTitle: 'Answer for {{entity}}',
  forTeam: 'You answer for',
  forTeamText:
    'The answer is that of {{team}}. It holds until {{day}}; then the check asks again.',
  choice: 'Answer',
  choiceMissing: 'Choose an answer',
  text: 'In your words',
  textHelp: 'What it rests on, and what would change it',
  link: 'Link to what it rests on',
  linkNumbered: 'Link {{number}} to what it rests on',
  linkRequired: 'The check takes no answer without a link',
  linkWrong: 'Enter an address that begins with https:// or http://',
  addLink: 'Add a link',
  cancel: 'Cancel',
  send: 'Send',
  settle: 'This one holds',
  settleLabel: 'This one holds: {{choice}}, by {{team}}',
  settleTitle: 'Settle which answer holds',
  settleText:
    '“{{choice}}”, the answer of {{team}}, counts from now on. The answers that contradict it are set aside and stay in the record with your reason.',
  reason: 'Reason',
  prepare: 'Copy for an agent',
  prepared: 'Copied for an agent',
} as const;
