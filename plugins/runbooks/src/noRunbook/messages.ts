/** An entity without a runbook, and the next step. */
export const noRunbookMessages = {
  title: 'No runbook yet',
  fired_one:
    '{{alert}} fired once in {{days}} days, and nobody wrote down what to do about it.',
  fired_other:
    '{{alert}} fired {{count, number}} times in {{days}} days, and nobody wrote down what to do about it.',
  nothingFired:
    'Nothing fired in {{days}} days. When something does, nobody will know what to do.',
  draft: 'Draft one for {{alert}}',
  line: 'If there is one already, name it among the annotations of the catalog file:',
  lineLabel: 'The line for the catalog file',
  edit: 'Edit the catalog file',
} as const;
