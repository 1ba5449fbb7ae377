/** The runbooks tab of an entity page. */
export const entityTabMessages = {
  runbooks: 'Runbooks',
  runbook: 'Runbook',
  alerts: {
    title: 'Alerts',
    alert: 'Alert',
    fired: 'Fired',
    last: 'Last',
    runbook: 'Runbook',
    times_one: 'once',
    times_other: '{{count, number}} times',
    firesNow: 'fires now',
    mayPage: 'may page',
    none: 'No runbook',
    draft: 'Draft one',
    draftLabel: 'Draft a runbook for {{alert}}',
    nothing: 'No alert of it is known',
    nothingText:
      'Alerts appear here once a source, as Alertmanager or PagerDuty, tells of them.',
    never: 'never in this time',
  },
  incidents: {
    title: 'Incidents',
    nothing: 'No incident is known',
    nothingText:
      'Incidents appear here once a source, as PagerDuty or incident.io, tells of them.',
    open: 'open {{age}}',
    resolved: 'resolved {{age}} ago',
    late: 'its review is late',
    learning: 'its review is to be written',
    closed: 'learned from',
    recurred: 'came again after its review was closed',
  },
} as const;
