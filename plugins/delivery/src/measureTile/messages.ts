/** A number with all that belongs to it. */
export const measureTileMessages = {
  /** The name of the link from a number, for those who hear it. */
  open: '{{measure}}: {{value}}. Show the records behind it',
  openLeftOut: '{{measure}}: show what was left out',
  leftOut_one: '{{count, number}} left out',
  leftOut_other: '{{count, number}} left out',
  confirmedAndInferred: '{{confirmed}} confirmed + {{inferred}} inferred',
  /** The days are those of the median week. */
  deployDays_one: 'deployed on {{days}} day a week',
  deployDays_other: 'deployed on {{days}} days a week',
  deployDaysNone: 'no deployment in most weeks',
  percentiles: '3 of 4 within {{p75}} · 9 of 10 within {{p90}}',
  stillOpen_one: '{{count, number}} still open',
  stillOpen_other: '{{count, number}} still open',
  /** What of the lead times begins later than it should. */
  fromOpening:
    'for {{counted}} of {{n}} counted from the opening: no earlier commit is known',
  triggers: '{{approved}} after an approval, {{manual}} by hand',
  band: {
    elite: 'Elite (DORA {{edition}})',
    high: 'High (DORA {{edition}})',
    medium: 'Medium (DORA {{edition}})',
    low: 'Low (DORA {{edition}})',
  },
} as const;
