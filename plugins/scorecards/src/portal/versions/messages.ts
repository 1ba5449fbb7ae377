/** The words of what a version of a scorecard changed. */
export const versionMessages = {
  open: 'What version {{version}} changed',
  show: 'Show what changed',
  title: 'Version {{version}}, since {{day}}',
  first: 'This is the first version; there is none to compare it with.',
  checks: 'Checks that differ',
  noChecks: 'No check differs.',
  added: 'added',
  removed: 'removed',
  changed: 'changed',
  before: 'Before',
  after: 'Since then',
  absent: 'The check was not there.',
  whole: 'The whole definition, line by line',
  close: 'Close',
} as const;
