/** The card of a team's page: what would fail it tonight. */
export const teamCardMessages = {
  title: 'What would fail you tonight',
  viewAll: 'View all',
  nights_one: '{{count, number}} alert may page you without a runbook',
  nights_other: '{{count, number}} alerts may page you without a runbook',
  failing_one: '{{failing, number}} of {{count, number}} runbook would fail',
  failing_other: '{{failing, number}} of {{count, number}} runbooks would fail',
  nothing: 'Nothing that is known would fail you tonight',
  nothingText_one:
    '{{count, number}} runbook, and each alert that may page has one that resolves.',
  nothingText_other:
    '{{count, number}} runbooks, and each alert that may page has one that resolves.',
  firing: 'Fires now',
  moreFiring_one: 'and {{count, number}} more',
  moreFiring_other: 'and {{count, number}} more',
  uncovered: 'May page, no runbook',
  write: 'Write it',
  writeLabel: 'Write a runbook for {{alert}} on {{entity}}',
  broken: 'Runbooks that would fail',
  allUncovered: 'All alerts without one',
  allFailing: 'All runbooks of the team',
  followUps_one: '{{count, number}} follow-up of incidents is open',
  followUps_other: '{{count, number}} follow-ups of incidents are open',
  overdue_one: '{{count, number}} is overdue',
  overdue_other: '{{count, number}} are overdue',
  seeIncidents: 'See incidents',
  responders_one:
    'One person took part in {{part, number}} of the {{n, number}} incidents that were resolved; {{count, number}} other has resolved one.',
  responders_other:
    'One person took part in {{part, number}} of the {{n, number}} incidents that were resolved; {{count, number}} others have resolved one.',
  responder: {
    open: 'What hangs on one person',
    title: 'What hangs on one person',
    text: 'The share of resolved incidents in which the most frequent responder took part. Only your team sees it, and nobody is named: it says whom to relieve, not whom to praise.',
  },
  emptyTitle: 'No runbook and no alert is known of this team yet',
  empty:
    'Alerts show here once they fire on what the team owns; runbooks once a Runbook entity, a link or an alert names them.',
  emptyAction: 'See all runbooks',
} as const;
