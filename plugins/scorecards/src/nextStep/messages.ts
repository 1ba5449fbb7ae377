/** What to do next, in a sentence and on a link. */
export const nextStepMessages = {
  checksToLevel_one: '{{count}} check to {{level}}',
  checksToLevel_other: '{{count}} checks to {{level}}',
  allPass: 'All checks pass',
  allPassOrWaived: 'All checks pass or are waived',
  topLevel: 'Highest level reached',
  doesNotApply: 'None of its checks applies here',
  fix: 'Fix',
  fixLabel: 'Fix: {{title}}',
  how: 'How to fix',
  details: 'Details',
  howLabel: 'How to fix: {{title}}',
  answer: 'Answer',
  answerLabel: 'Answer: {{title}}',
  why: 'Why',
  whyLabel: 'Why nothing is known: {{title}}',
} as const;
