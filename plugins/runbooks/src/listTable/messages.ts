/** The words of all lists. */
export const listTableMessages = {
  filters: 'Filters',
  filtersSet_one: 'Filters ({{count, number}} set)',
  filtersSet_other: 'Filters ({{count, number}} set)',
  clear: 'Clear filters',
  any: 'Any',
  owner: 'Owner',
  noOwner: 'No team is called so',
  ownerFailed: 'Teams could not be looked up',
  unowned: 'no owner',
  entity: 'Of {{name}} alone',
  shown: '{{shown, number}} of {{total, number}}',
  more: 'Show more',
  moreFailed: 'More could not be loaded.',
  noMatches: 'Nothing fits these filters',
  noMatchesText: 'Change them, or clear them to see all.',
} as const;
