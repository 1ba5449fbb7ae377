import { WAIT_REASONS } from '@fairlead/backstage-plugin-delivery-common';

/** Where the time of changes goes. */
export const waitsMessages = {
  title: 'Where the time goes',
  legend: 'Where the time of changes goes',
  kind: 'Time spent on',
  share: 'Share',
  p50: 'Half within',
  p90: '9 of 10 within',
  n: 'Changes',
  oldest: 'Waits longest now',
  nothing: 'nothing',
  unknown: 'no data',
  reason: WAIT_REASONS,
  codingUnknown_one:
    'How long it was coded is not known of {{count, number}} change of {{n}}: no source tells its commits from before it was opened.',
  codingUnknown_other:
    'How long they were coded is not known of {{count, number}} changes of {{n}}: no source tells their commits from before they were opened.',
  codingNoData: 'Coding: no data, commits are not sent.',
  connect: 'See the sources and how to connect them',
  lost: '{{days}} change-days of waiting and rework a week.',
  flow: '{{share}} of the time of a change is coding.',
} as const;
