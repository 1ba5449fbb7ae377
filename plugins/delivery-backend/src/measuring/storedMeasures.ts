import {
  LeadTimeStart,
  MeasureId,
} from '@fairlead/backstage-plugin-delivery-common';

/** The names under which samples are stored. Lead times have one for each start, the default's is plain. */
export type StoredMeasure =
  | MeasureId
  | `leadTime@${Exclude<LeadTimeStart, 'first-commit'>}`
  | 'waits'
  | 'jobs';

/** The day of changes that have not arrived yet; it stands after all others. */
export const OPEN_DAY = 'open';

export const LEAD_TIME_STARTS = [
  'first-commit',
  'first-push',
  'opened',
  'merged',
] as const satisfies readonly LeadTimeStart[];

/** Where the lead times from a start are stored. */
export function storedLeadTime(start: LeadTimeStart): StoredMeasure {
  return start === 'first-commit' ? 'leadTime' : `leadTime@${start}`;
}

/** Measured over all records of an entity at once. */
export const FLOW_MEASURES: readonly StoredMeasure[] = [
  ...LEAD_TIME_STARTS.map(storedLeadTime),
  'deploymentFrequency',
  'changeFailRate',
  'recoveryTime',
  'reworkRate',
  'deployFailureRate',
  'automaticDeployments',
  'ci.feedback',
  'ci.runTime',
  'ci.rerunLoss',
  'ci.timeToGreen',
  'waits',
];

/** Measured around the days that changed, since there are many jobs and tests. */
export const CI_MEASURES: readonly StoredMeasure[] = [
  'ci.queue',
  'ci.flakyJobs',
  'ci.flakyTests',
  'jobs',
];
