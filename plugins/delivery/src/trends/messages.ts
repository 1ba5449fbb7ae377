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
  deployments_one: '{{count}} deployment',
  deployments_other: '{{count}} deployments',
  deploymentsFailed_one: '{{count}} failed deployment',
  deploymentsFailed_other: '{{count}} failed deployments',
  incidents_one: '{{count}} incident',
  incidents_other: '{{count}} incidents',
  legend: {
    deployment: 'Deployment',
    failed: 'Failed deployment',
    incident: 'Incident',
  },
} as const;
