/** The scorecards card of an entity page. */
export const entityCardMessages = {
  title: 'Scorecards',
  viewAll: 'View all',
  more_one: 'and {{count}} more',
  more_other: 'and {{count}} more',
  announced_one: '{{count}} more check counts from {{day}}',
  announced_other: '{{count}} more checks count, the first from {{day}}',
} as const;
