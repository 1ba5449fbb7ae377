/** The catalog filter by level. */
export const catalogFilterMessages = {
  label: 'Scorecard level',
  option: '{{scorecard}}: {{level}}',
  pageByPage:
    'More than {{limit}} entities: the list is filtered page by page.',
  failed: 'The levels could not be loaded',
} as const;
