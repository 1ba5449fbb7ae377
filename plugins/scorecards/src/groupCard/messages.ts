/** The scorecards card of a team's page. */
export const groupCardMessages = {
  title: 'Scorecards of the team',
  includes_one: 'Includes {{count}} team below it: {{teams}}',
  includes_other: 'Includes {{count}} teams below it: {{teams}}',
  withoutLevel_one: '{{count}} entity has no level yet',
  withoutLevel_other: '{{count}} entities have no level yet',
  allReach: 'Every entity reaches at least {{level}}',
  levels: 'Entities by level',
  entities_one: '{{count}} entity',
  entities_other: '{{count}} entities',
  up: 'up {{points}} since {{day}}',
  down: 'down {{points}} since {{day}}',
  same: 'unchanged since {{day}}',
  worst: 'Worst first',
  failing_one: '{{count}} check fails',
  failing_other: '{{count}} checks fail',
  nothingFails: 'nothing fails',
  emptyTitle: 'No scorecard applies to what this team owns',
  empty:
    'Results appear here once the team owns entities that a scorecard is about.',
  browse: 'See all scorecards',
} as const;
