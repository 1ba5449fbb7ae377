/** A task, how it is verified, and what one can do with it. */
export const tasksMessages = {
  state: {
    locked: 'Later',
    open: 'To do',
    done: 'Done',
    waived: 'Left out',
    'not-applicable': 'Not for you',
  },
  optional: 'optional',
  for: { buddy: 'for the buddy', manager: 'for the manager' },
  takes: 'about {{duration}}',
  generated: 'from the catalog',
  long: 'This takes longer than it usually does. That happens: say so, and somebody helps.',
  after: 'After: {{tasks}}',
  owner: 'Ask {{owner}}',
  doneBy: 'Done by {{doers}}',
  nobody: 'Nobody has this role yet.',
  links: 'Links',
  docs: 'Read the documentation',
  verified: {
    self: 'You mark it as done yourself.',
    selfOther: 'Whoever does it marks it as done.',
    buddy: 'The buddy marks it as done. Tell them when you are ready.',
    template:
      'The button starts it. It is done by itself once the run has ended well.',
    fact: 'Nothing to tick: it shows by itself once the records of {{entity}} say so.',
    factUnnamed: 'Nothing to tick: it shows by itself once the records say so.',
    recordOther: 'Records show when it is done; nobody ticks it.',
    reached: '{{reached, number}} of {{times, number}} so far.',
    record: {
      'green-build_one':
        'Nothing to tick: it shows by itself once a build of a real repository of yours has ended well.',
      'green-build_other':
        'Nothing to tick: it shows by itself once {{count, number}} builds of yours have ended well.',
      'merged-change_one':
        'Nothing to tick: it shows by itself once your change is merged.',
      'merged-change_other':
        'Nothing to tick: it shows by itself once {{count, number}} changes of yours are merged.',
      'review-given_one':
        'Nothing to tick: it shows by itself once you have reviewed a change of somebody else.',
      'review-given_other':
        'Nothing to tick: it shows by itself once you have reviewed {{count, number}} changes of others.',
      'review-received_one':
        'Nothing to tick: it shows by itself once somebody has reviewed a change of yours.',
      'review-received_other':
        'Nothing to tick: it shows by itself once {{count, number}} changes of yours were reviewed.',
      'deployed-change_one':
        'Nothing to tick: it shows by itself once a change of yours runs in production.',
      'deployed-change_other':
        'Nothing to tick: it shows by itself once {{count, number}} changes of yours run in production.',
      'runbook-drill_one':
        'Nothing to tick: it shows by itself once you have used a runbook in a drill.',
      'runbook-drill_other':
        'Nothing to tick: it shows by itself once you have used runbooks in {{count, number}} drills.',
      'resolved-incident_one':
        'Nothing to tick: it shows by itself once you have resolved an incident and needed nobody else for it.',
      'resolved-incident_other':
        'Nothing to tick: it shows by itself once you have resolved {{count, number}} incidents and needed nobody else for them.',
    },
  },
  evidence: {
    self: 'Marked as done by hand',
    selfWith: 'Marked as done by hand: {{what}}',
    buddy: 'Seen by the buddy',
    template: 'The run ended well',
    templateWith: 'The run ended well: {{what}}',
    fact: 'The records said so',
    record: 'Verified by records',
    recordWith: 'Verified by {{what}}',
    unknown: 'Nothing says how it was verified',
    on: 'on {{entities}}',
    when: 'done {{when}}',
    agent: 'made with an agent',
    originUnknown: 'nobody knows who made it',
    turned: 'It is not so any more. It stays done.',
  },
  waived: 'Left out: {{reason}}',
  notApplicable: 'Not for you: {{reason}}',
  noReason: 'no reason is told to you',
  run: {
    running: 'It was started {{when}} and is running.',
    completed: 'The run that was started {{when}} ended well.',
    failed: 'The run that was started {{when}} failed.',
    cancelled: 'The run that was started {{when}} was cancelled.',
    unknown: 'It was started {{when}}. How it went is not known.',
    open: 'See how it goes',
  },
  action: {
    complete: 'Mark as done',
    completeLabel: 'Mark as done: {{title}}',
    start: 'Start it',
    startLabel: 'Start it: {{title}}',
    startAgain: 'Start it again',
    startAgainLabel: 'Start it again: {{title}}',
    stuck: 'I’m stuck',
    stuckLabel: 'I’m stuck: {{title}}',
    waive: 'Leave it out',
    waiveLabel: 'Leave it out: {{title}}',
  },
  stuck: {
    title: 'Stuck on “{{title}}”?',
    intro:
      'Everybody is, at first. Three short answers help whoever helps you; they go to your buddy, or to {{owner}}.',
    tried: 'What have you tried?',
    errorSays: 'What does the error say?',
    errorHelp: 'Copy it here. If there is none, say what you see.',
    ifNobodyWereHere: 'What would you do if nobody were here?',
    missing: 'What is missing?',
    context: 'Context: I do not know how this works or why it is so',
    confidence: 'Confidence: I know what I would do, and not whether I may',
    needed: 'A few words are enough',
    chooseOne: 'Choose one of the two',
    send: 'Ask for help',
  },
  help: {
    waiting: 'You asked {{to}} for help {{when}}.',
    waitingOther: '{{to}} was asked for help {{when}}.',
    answered: '{{by}} answered {{when}}:',
    solve: 'I can go on',
    solved: 'You asked for help and went on {{when}}.',
  },
  waive: {
    title: 'Leave out “{{title}}”?',
    intro: 'It does not count any more. The reason stays with it.',
    task: 'Which task',
    choose: 'Choose one',
    taskNeeded: 'Choose a task',
    reason: 'Why?',
    needed: 'Say why, so that others understand it later',
    notApplicable: 'It cannot be done by this person at all',
    send: 'Leave it out',
  },
  vote: {
    question: 'Did the documentation help?',
    found: 'I found it',
    wrong: 'It is wrong',
    missing: 'Something is missing',
    thanks: 'Thank you. Whoever writes it is told.',
    title: {
      wrong: 'What is wrong?',
      missing: 'What is missing?',
    },
    note: 'In a few words',
    noteHelp: 'It goes to those who write the documentation.',
    send: 'Send',
  },
} as const;
