/** The home page widget. */
export const homeWidgetMessages = {
  title: 'Waiting for me and my teams',
  sentence_one: '{{count, number}} change waits; for {{age}} now',
  sentence_other: '{{count, number}} changes wait; the oldest for {{age}}',
  mineFirst: 'Mine first',
  list: 'What waits',
  mine: 'yours',
  age: 'for {{age}}',
  waits: {
    approval: 'waits for approval',
    mergeQueue: 'waits in the merge queue',
    ci: 'waits for CI',
    reviewPickup: 'waits for review',
    rework: 'is being reworked',
    deployWait: 'waits for deployment',
    coding: 'is being coded',
  },
  more_one: 'and {{count, number}} more',
  more_other: 'and {{count, number}} more',
  allWellTitle: 'Nothing waits for you or your teams',
  allWell: 'As of the last event, which came {{when}}.',
  quietTitle: 'No event of your teams came lately',
  quiet:
    'The last one came {{when}}, and nothing waited then. Whether anything waits now is not known.',
  unknownTitle: 'Nothing is known of what your teams deliver',
  unknown:
    'So whether anything waits cannot be said. It shows here once a source sends events of something that you or your teams own.',
  unknownAction: 'See delivery',
} as const;
