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
    /** How much a number rests on: `from 27 changes`. */
    from: 'from {{counted}}',
  },
  /** What the samples of a measure are. */
  counted: {
    leadTime_one: '{{count, number}} change',
    leadTime_other: '{{count, number}} changes',
    deploymentFrequency_one: '{{count, number}} deployment',
    deploymentFrequency_other: '{{count, number}} deployments',
    changeFailRate_one: '{{count, number}} deployment',
    changeFailRate_other: '{{count, number}} deployments',
    recoveryTime_one: '{{count, number}} failed deployment',
    recoveryTime_other: '{{count, number}} failed deployments',
    reworkRate_one: '{{count, number}} deployment',
    reworkRate_other: '{{count, number}} deployments',
    deployFailureRate_one: '{{count, number}} deployment',
    deployFailureRate_other: '{{count, number}} deployments',
    automaticDeployments_one: '{{count, number}} deployment',
    automaticDeployments_other: '{{count, number}} deployments',
    ci: {
      feedback_one: '{{count, number}} push',
      feedback_other: '{{count, number}} pushes',
      runTime_one: '{{count, number}} run',
      runTime_other: '{{count, number}} runs',
      queue_one: '{{count, number}} job',
      queue_other: '{{count, number}} jobs',
      rerunLoss_one: '{{count, number}} run',
      rerunLoss_other: '{{count, number}} runs',
      flakyJobs_one: '{{count, number}} failure',
      flakyJobs_other: '{{count, number}} failures',
      flakyTests_one: '{{count, number}} failure',
      flakyTests_other: '{{count, number}} failures',
      timeToGreen_one: '{{count, number}} time red',
      timeToGreen_other: '{{count, number}} times red',
    },
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
  /** Words that a page uses, in plain English. */
  terms: {
    title: 'What the words mean',
    halfWithin: 'Half within: half of them took no longer. It is the median.',
    nineOfTen:
      '9 of 10 within: nine in ten took no longer. It is the 90th percentile.',
    quarters:
      'A quarter within, 3 of 4 within: one or three in four took no longer. They are the 25th and 75th percentiles.',
    counted:
      'Counted: how many changes, deployments or runs a number rests on. Of a few it is told what was counted and no share: that would say more than is known.',
    waiting:
      'Approval, merge queue, CI, review, deployment: a change is ready for the next step, and that step has not been made.',
    rework:
      'Rework: from the first review to the approval, or to the last push before the merge.',
    changeDays:
      'Change-days: two changes that wait a day each are two of them.',
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
    /** Where more than one repository is in view. */
    nameIn: '{{name}} in {{repository}}',
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
