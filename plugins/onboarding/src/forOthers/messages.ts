/** What journeys of others have for the reader. */
export const forOthersMessages = {
  title: 'Others wait for you',
  help: {
    asks: '{{who}} is stuck on “{{task}}”, since {{when}}',
    somebody: 'Somebody',
    tried: 'What they tried',
    errorSays: 'What the error says',
    ifNobodyWereHere: 'What they would do if nobody were here',
    context: 'They miss context: how it works, and why it is so.',
    confidence: 'They miss confidence: they know what they would do.',
    answered: 'Answered by {{by}} {{when}}.',
    reply: 'Answer',
    replyLabel: 'Answer: {{task}}',
    replyTitle: 'Answer on “{{task}}”',
    text: 'Your answer',
    needed: 'Write an answer',
    send: 'Send the answer',
  },
  buddy: {
    asked:
      'You are asked to go along with {{user}} as their buddy ({{track}}).',
    accept: 'I will',
    acceptLabel: 'I will go along with {{user}}',
    pass: 'Pass it on',
    passLabel: 'Pass on going along with {{user}}',
  },
  tasks: 'For {{user}} ({{track}})',
  along: {
    title: 'You go along with',
  },
} as const;
