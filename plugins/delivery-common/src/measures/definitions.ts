import { MeasureDefinition, MeasureId } from './types';

const DORA = {
  title: 'DORA software delivery metrics',
  url: 'https://dora.dev/guides/dora-metrics/',
};
const FAIRLEAD = { title: 'Fairlead' };

const rows: Omit<MeasureDefinition, 'headline'>[] = [
  {
    id: 'leadTime',
    title: 'Change lead time',
    unit: 'ms',
    aggregation: 'percentiles',
    direction: 'lower-is-better',
    definition:
      'For each merged change: the finish of the first successful production deployment that contains it, less its start. The start is the first commit that is reachable from the head, unless the reader chooses the first push, the opening or the merge; where no source tells the commits, the opening stands in for it, and how often is told. Changes that came with the first deployment seen, merge commits, bots, repeated patches and times below zero are left out and listed. The value is the median.',
    source: DORA,
  },
  {
    id: 'deploymentFrequency',
    title: 'Deployment frequency',
    unit: 'perWeek',
    aggregation: 'weeklyRate',
    direction: 'higher-is-better',
    definition:
      'Successful production deployments in the window, redeploys of the same commit left out, for each week since the first one was seen, at least one week. Regions and retries of one deployment count once. Deploy days are the median number of local days with a deployment over the whole ISO weeks, weeks without any included.',
    source: DORA,
  },
  {
    id: 'changeFailRate',
    title: 'Change fail rate',
    unit: 'ratio',
    aggregation: 'ratio',
    direction: 'lower-is-better',
    definition:
      'Failed deployments over judged ones. Judged are successful production deployments that bring a change or a hotfix and are older than 24 hours. One failed if a confirmed link says that it caused an incident, if it was rolled back, or if a change it brought was reverted later; these are confirmed. It is inferred to have failed if an incident of the same entity was detected within 24 hours after it and no other deployment lay between. However many incidents there are, it failed once.',
    source: DORA,
  },
  {
    id: 'recoveryTime',
    title: 'Failed deployment recovery time',
    unit: 'ms',
    aggregation: 'percentiles',
    direction: 'lower-is-better',
    definition:
      'For each failed deployment: from its finish to the earliest of a rollback, a hotfix, another deployment that remediates it, or the end of all its incidents. One that is not mended yet counts as longer than all that are, so that leaving it open never makes the median look better. The value is the median.',
    source: DORA,
  },
  {
    id: 'reworkRate',
    title: 'Deployment rework rate',
    unit: 'ratio',
    aggregation: 'ratio',
    direction: 'lower-is-better',
    definition:
      'Successful production deployments that are rollbacks or hotfixes, or are linked to an incident or bug as its remedy, over all successful production deployments.',
    source: DORA,
  },
  {
    id: 'deployFailureRate',
    title: 'Deploy failure rate',
    unit: 'ratio',
    aggregation: 'ratio',
    direction: 'lower-is-better',
    definition:
      'Production deployments that could not be brought about over those that ended in failure or success. Retries of one deployment count once and by how they end; cancelled ones are left out and listed.',
    source: FAIRLEAD,
  },
  {
    id: 'automaticDeployments',
    title: 'Share of automatic deployments',
    unit: 'ratio',
    aggregation: 'ratio',
    direction: 'higher-is-better',
    definition:
      'Successful production deployments that started without anybody doing anything after the merge, over those of which it is known how they were set off. Deployments after one approval and those with manual steps are counted apart.',
    source: FAIRLEAD,
  },
  {
    id: 'ci.feedback',
    title: 'CI feedback time',
    unit: 'ms',
    aggregation: 'percentiles',
    direction: 'lower-is-better',
    definition:
      'For each head commit of a pull or merge request: from its first push to the finish of its last required check, queues and reruns included. Commits whose checks were all called off are left out and listed. The value is the median; the goal is ten minutes.',
    source: FAIRLEAD,
  },
  {
    id: 'ci.runTime',
    title: 'CI run time',
    unit: 'ms',
    aggregation: 'percentiles',
    direction: 'lower-is-better',
    definition:
      'For each attempt of a run that ended in success, failure or a timeout: from the start of this attempt to its finish. Time in a queue and between attempts is not part of it. The value is the median.',
    source: FAIRLEAD,
  },
  {
    id: 'ci.queue',
    title: 'CI queue time',
    unit: 'ms',
    aggregation: 'percentiles',
    direction: 'lower-is-better',
    definition:
      'For each job: from its creation to its first start on a machine, less the time in which it waited for an approval. The value is the median.',
    source: FAIRLEAD,
  },
  {
    id: 'ci.rerunLoss',
    title: 'Time lost to reruns',
    unit: 'ms',
    aggregation: 'sum',
    direction: 'lower-is-better',
    definition:
      'The time of all attempts that were superseded by another, and of the pauses before the next attempt, each pause cut off at 24 hours. The value is the sum over the runs of the window.',
    source: FAIRLEAD,
  },
  {
    id: 'ci.flakyJobs',
    title: 'Flaky job rate',
    unit: 'ratio',
    aggregation: 'ratio',
    direction: 'lower-is-better',
    definition:
      'Of the jobs that failed and ran more than once on the same commit in the same workflow within seven days, the share that also succeeded there.',
    source: FAIRLEAD,
  },
  {
    id: 'ci.flakyTests',
    title: 'Flaky test rate',
    unit: 'ratio',
    aggregation: 'ratio',
    direction: 'lower-is-better',
    definition:
      'Of the test cases that failed and ran more than once on the same commit within seven days, the share that also succeeded there. Needs test reports.',
    source: FAIRLEAD,
  },
  {
    id: 'ci.timeToGreen',
    title: 'Time to green',
    unit: 'ms',
    aggregation: 'percentiles',
    direction: 'lower-is-better',
    definition:
      'For each time a workflow of the default branch turned red: from the finish of the first failed run to the finish of the next successful one. A workflow that is still red counts as longer than all that are green again. The value is the median.',
    source: FAIRLEAD,
  },
];

/** The measures that stand on a card; all others explain one of these. @public */
export const HEADLINE_MEASURES: readonly MeasureId[] = [
  'leadTime',
  'deploymentFrequency',
  'changeFailRate',
  'recoveryTime',
];

/** What every measure means, in the order in which they are shown. @public */
export const MEASURE_DEFINITIONS: readonly MeasureDefinition[] = rows.map(
  row => ({ ...row, headline: HEADLINE_MEASURES.includes(row.id) }),
);

const byId = new Map(MEASURE_DEFINITIONS.map(d => [d.id, d]));

/** What one measure means. @public */
export function definitionOf(id: MeasureId): MeasureDefinition {
  return byId.get(id) as MeasureDefinition;
}
