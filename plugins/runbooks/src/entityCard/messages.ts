/** The runbooks card of an entity page. */
export const entityCardMessages = {
  title: 'Runbooks',
  viewAll: 'View all',
  moreFiring_one: '{{count, number}} more alert fires',
  moreFiring_other: '{{count, number}} more alerts fire',
  more_one: 'and {{count, number}} more',
  more_other: 'and {{count, number}} more',
  list: 'Its runbooks',
  sentence: {
    all_one: 'The one runbook would hold tonight',
    all_other: 'All {{count, number}} runbooks would hold tonight',
    some_one: '{{holding}} of {{count, number}} runbook would hold tonight',
    some_other: '{{holding}} of {{count, number}} runbooks would hold tonight',
    none_one: 'Nobody knows that the one runbook would hold tonight',
    none_other: 'None of {{count, number}} runbooks is known to hold tonight',
    first: '{{sentence}}; {{title}}: {{trouble}}',
  },
  wouldHold: 'Would hold tonight',
} as const;
