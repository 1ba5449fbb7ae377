import {
  EXCLUSION_REASONS,
  INSUFFICIENT_REASONS,
} from '@fairlead/backstage-plugin-delivery-common';

/** The words for numbers and states, the same on all screens. */
export const statesMessages = {
  measure: {
    leadTime: 'Lead time',
    deploymentFrequency: 'Deployments',
    changeFailRate: 'Change fail rate',
    recoveryTime: 'Recovery time',
    reworkRate: 'Rework rate',
    deployFailureRate: 'Deploy failure rate',
    automaticDeployments: 'Automatic deployments',
    ci: {
      feedback: 'CI feedback',
      runTime: 'CI run time',
      queue: 'CI queue',
      rerunLoss: 'Lost to reruns',
      flakyJobs: 'Flaky jobs',
      flakyTests: 'Flaky tests',
      timeToGreen: 'Time to green',
    },
  },
  value: {
    percent: '{{value}} %',
    perWeek: '{{value}} / week',
    /** In place of a share of a few. */
    countOf: '{{counted}} of {{n}}',
    /** In place of a rate from a few. */
    deployments_one: '{{count, number}} deployment',
    deployments_other: '{{count, number}} deployments',
    n: 'n = {{n}}',
  },
  duration: {
    days: '{{value}} d',
    hours: '{{value}} h',
    minutes: '{{value}} min',
    seconds: '{{value}} s',
  },
  insufficient: {
    title: 'Insufficient data',
    reason: INSUFFICIENT_REASONS,
  },
  excluded: EXCLUSION_REASONS,
  direction: {
    better: 'better than the {{days}} days before',
    worse: 'worse than the {{days}} days before',
    same: 'as in the {{days}} days before',
    before: 'Before: {{value}}',
    unknown: {
      'no-data': 'nothing to compare',
      'no-data-before': 'nothing before to compare with',
      'too-few': 'too few to compare',
    },
  },
  definition: {
    open: 'What {{measure}} means',
    by: 'Definition: {{source}}',
  },
  wait: {
    approval: 'Approval',
    mergeQueue: 'Merge queue',
    ci: 'CI',
    reviewPickup: 'Review',
    rework: 'Rework',
    deployWait: 'Deployment',
    coding: 'Coding',
    /** The part of the time that no wait accounts for, where coding is not known of all changes. */
    unknown: 'Coding or not known',
  },
  sentence: {
    most: '{{phrase}} takes {{share}} % of the time of {{n}} changes; half arrive within {{duration}}',
    few_one:
      '{{phrase}} takes most of the time of {{count, number}} change, which arrived after {{duration}}',
    few_other:
      '{{phrase}} takes most of the time of {{count, number}} changes; half arrive within {{duration}}',
    now_one: '{{count, number}} change waits now: {{kind}}',
    now_other: '{{count, number}} changes wait now, the longest: {{kind}}',
    oldest: '; oldest: {{name}}, {{age}}',
    phrase: {
      approval: 'Waiting for approval',
      mergeQueue: 'Waiting in the merge queue',
      ci: 'Waiting for CI',
      reviewPickup: 'Waiting for review',
      rework: 'Rework',
      deployWait: 'Waiting for deployment',
      coding: 'Coding',
    },
  },
  panel: {
    retry: 'Try again',
    errorTitle: 'Delivery could not be loaded',
    notAllowedTitle: 'You may not see this',
    notAllowed:
      'Your account lacks the permission for this. Ask the people who run this portal for it.',
  },
} as const;
