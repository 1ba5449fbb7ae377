/** The home page widget. */
export const homeWidgetMessages = {
  sentence_one: '{{count, number}} alert fires on what your teams own',
  sentence_other: '{{count, number}} alerts fire on what your teams own',
  mayPage_one: '{{count, number}} may page',
  mayPage_other: '{{count, number}} may page',
  more_one: 'and {{count, number}} more',
  more_other: 'and {{count, number}} more',
  quietTitle: 'Nothing fires on what your teams own',
  quiet: 'Last looked {{when}}; the last word of any alert came {{heard}}.',
  unknownTitle: 'Nothing was ever told of alerts',
  unknown:
    'So whether anything fires cannot be said. It shows here once delivery receives alerts of something that your teams own.',
  unknownAction: 'See alert coverage',
  nothingSuch: 'Nothing that may page fires on what your teams own',
} as const;
