/** The course of a measure over time. */
export const trendsMessages = {
  title: 'Trends',
  records: 'Records behind it',
  asTable: 'As a table',
  asChart: 'As a chart',
  day: 'From',
  value: 'Value',
  n: 'Counted',
  none: 'not known',
  /** The heading of the tooltip of a value that a week came to. */
  week: 'Week from {{day}}',
  /** In place of a number that rests on a few, with what these are. */
  few: '{{value}}, {{counted}} only',
  /** The tooltip of a sign below the axis. */
  mark: '{{day}}: {{what}}',
  deployments_one: '{{count, number}} deployment',
  deployments_other: '{{count, number}} deployments',
  deploymentsFailed_one: '{{count, number}} failed deployment',
  deploymentsFailed_other: '{{count, number}} failed deployments',
  incidents_one: '{{count, number}} incident',
  incidents_other: '{{count, number}} incidents',
  legend: {
    deployment: 'Deployment',
    failed: 'Failed deployment',
    incident: 'Incident',
  },
} as const;
