/** The portal page: the organisation as a whole. */
export const portalMessages = {
  title: 'Delivery',
  tabs: {
    label: 'Parts of this page',
    overview: 'Overview',
    sources: 'Sources',
  },
  window: {
    label: 'Time',
    days: '{{days}} days',
    year: '1 year',
  },
  computed_one: '{{entities}} entity, computed {{when}}',
  computed_other: '{{entities}} entities, computed {{when}}',
  waits: {
    title: 'Where work waits',
    lost: '{{days}} change-days of waiting and rework a week',
    none: 'No change is known to have arrived in this time, so nothing can be said about waits.',
  },
  oldest: {
    title: 'Waiting longest now',
    none: 'Nothing is known to wait at this moment.',
  },
  headlines: {
    label: 'Numbers of the whole organisation',
    compare: 'Compare teams by {{measure}}',
  },
  empty: {
    title: 'Nothing is known of any delivery yet',
    text: 'Connect a code host, or any CI that sends CDEvents; the numbers show here within a minute of the first events.',
    action: 'See the sources',
  },
  teams: {
    title: 'Teams side by side',
    measure: 'Measure',
    filter: 'Team',
    shown_one: '{{count, number}} team, by name',
    shown_other: '{{count, number}} teams, by name',
    team: 'Team',
    spread: 'Spread',
    value: {
      percentiles: 'Half within',
      ratio: 'Share',
      weeklyRate: 'Rate',
      sum: 'Sum',
    },
    counted: 'Counted',
    wait: 'Largest wait',
    entities_one: '{{count, number}} entity',
    entities_other: '{{count, number}} entities',
    /** Of a group of teams: its numbers hold theirs. */
    below_one: 'with {{count, number}} team in it',
    below_other: 'with {{count, number}} teams in it',
    legend:
      'The bar holds the middle half, its mark is the value that half are within, its line goes on to 9 of 10. A ring is a single number, or one of fewer than {{fewest}}.',
    logarithmic: 'Each step of the axis is a multiple of the one before.',
    open: 'still open',
    spreadWords:
      'a quarter within {{p25}}, half within {{p50}}, 3 of 4 within {{p75}}, 9 of 10 within {{p90}}',
    waitWords: '{{kind}} {{share}}',
    noTeams: 'No team owns an entity that you may see',
    noTeamsText:
      'Teams are the owners in the catalog: set spec.owner of a component to a group.',
    noMatch: 'No team is called “{{text}}”',
    clear: 'Show all teams',
    page: 'Teams {{from, number}} to {{to, number}} of {{total, number}}',
    pages: 'Pages of teams',
    previous: 'Previous teams',
    next: 'Next teams',
  },
} as const;
