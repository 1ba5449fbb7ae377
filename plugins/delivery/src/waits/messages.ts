/** Where the time of changes goes. */
export const waitsMessages = {
  title: 'Where the time goes',
  legend: 'Where the time of changes goes',
  kind: 'Time spent on',
  share: 'Share',
  p50: 'Median',
  p90: '90th percentile',
  n: 'Changes',
  oldest: 'Waits longest now',
  nothing: 'nothing',
  lost: 'Waiting and rework take {{duration}} a week.',
  flow: '{{share}} of the time of a change is coding.',
} as const;
