/** The course of a measure over time. */
export const trendsMessages = {
  title: 'Trends',
  records: 'Records behind it',
  asTable: 'As a table',
  asChart: 'As a chart',
  day: 'From',
  value: 'Value',
  n: 'n',
  none: 'not known',
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
