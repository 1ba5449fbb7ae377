import { MeasureDefinition, MeasureId } from './types';

const DORA = {
  title: 'DORA software delivery metrics',
  url: 'https://dora.dev/guides/dora-metrics/',
};
const FAIRLEAD = { title: 'Fairlead' };

const rows: Omit<MeasureDefinition, 'headline' | 'counts'>[] = [
  {
    id: 'leadTime',
    title: 'Change lead time',
    unit: 'ms',
    aggregation: 'percentiles',
    direction: 'lower-is-better',
    definition:
      'For each merged change: the finish of the first successful deployment that contains it, in whichever production environment that was, less its start. The start is the first commit that is reachable from the head or, where that is earlier, the opening or the first push, unless the reader chooses one of these or the merge; how often it is not the first commit, because no source tells the commits or they were written anew, is told. Changes that came with the first deployment seen, merge commits, those of dependency bots and other automations, repeated patches and times below zero are left out and listed. The value is the median.',
    source: DORA,
  },
  {
    id: 'deploymentFrequency',
    title: 'Deployment frequency',
    unit: 'perWeek',
    aggregation: 'weeklyRate',
    direction: 'higher-is-better',
    definition:
      'Successful production deployments in the window, for each week since the first one was seen, at least one week. Regions and retries of one deployment count once; redeploys of the same commit, and promotions of a version to a further environment, are left out and listed. Deploy days are the median number of local days with a deployment over the whole ISO weeks, weeks without any included.',
    source: DORA,
  },
  {
    id: 'changeFailRate',
    title: 'Change fail rate',
    unit: 'ratio',
    aggregation: 'ratio',
    direction: 'lower-is-better',
    definition:
      'Failed deployments over judged ones. Judged are successful production deployments that bring a change or a hotfix and are older than 24 hours. One failed if a confirmed link says that it caused an incident, if it was rolled back in an environment, or if a change it brought was reverted later; these are confirmed. It is inferred to have failed if an incident of the same entity was detected within 24 hours after it came to an environment and nothing else came there meanwhile; of several, the latest that was new to production, or else the latest promotion. A promotion that fails is a failure of the deployment that it promotes. However many incidents and environments there are, it failed once.',
    source: DORA,
  },
  {
    id: 'recoveryTime',
    title: 'Failed deployment recovery time',
    unit: 'ms',
    aggregation: 'percentiles',
    direction: 'lower-is-better',
    definition:
      'For each failed deployment: from its finish in the environment in which it failed to the earliest of a rollback or a hotfix there, another deployment that remediates it, the delivery of a revert, or the end of all its incidents. If it failed in several environments, it is mended when it is in the last of them. One that is not mended yet counts as longer than all that are, so that leaving it open never makes the median look better. The value is the median.',
    source: DORA,
  },
  {
    id: 'reworkRate',
    title: 'Deployment rework rate',
    unit: 'ratio',
    aggregation: 'ratio',
    direction: 'lower-is-better',
    definition:
      'Successful production deployments that are rollbacks or hotfixes, or are linked to an incident or bug as its remedy, over all successful production deployments; promotions of a version to a further environment are left out and listed.',
    source: DORA,
  },
  {
    id: 'deployFailureRate',
    title: 'Deploy failure rate',
    unit: 'ratio',
    aggregation: 'ratio',
    direction: 'lower-is-better',
    definition:
      'Production deployments that could not be brought about over those that ended in failure or success. Retries of one deployment count once and by how they end; cancelled ones are left out and listed. A promotion of a version to a further environment counts here, since it can fail by itself.',
    source: FAIRLEAD,
  },
  {
    id: 'automaticDeployments',
    title: 'Share of automatic deployments',
    unit: 'ratio',
    aggregation: 'ratio',
    direction: 'higher-is-better',
    definition:
      'Successful production deployments that started without anybody doing anything after the merge, over those of which it is known how they were set off. Deployments after one approval and those with manual steps are counted apart; promotions of a version to a further environment are left out and listed.',
    source: FAIRLEAD,
  },
  {
    id: 'ci.feedback',
    title: 'CI feedback time',
    unit: 'ms',
    aggregation: 'percentiles',
    direction: 'lower-is-better',
    definition:
      'For each head commit of a pull or merge request: from its first push to the finish of its last required check, queues and reruns included. Checks are the runs on the commit that the change set off before its merge. When the same commit is built for another reason, that is none: on the default branch or a tag, by the clock, a person or a program, in a merge queue, or as a part of a run that answers for it. Commits whose checks were all called off, and those of dependency bots and other automations, are left out and listed. The value is the median; the goal is ten minutes.',
    source: FAIRLEAD,
  },
  {
    id: 'ci.runTime',
    title: 'CI run time',
    unit: 'ms',
    aggregation: 'percentiles',
    direction: 'lower-is-better',
    definition:
      'For each attempt of a run that ended in success, failure or a timeout: from the start of this attempt to its finish. Time in a queue and between attempts is not part of it. Where a source goes on with the same run when jobs are tried again, the start of the first attempt alone is known, and the others are left out and listed. The value is the median.',
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
      'The time of all attempts that were superseded by another, and of the pauses before the next attempt, each pause cut off at 24 hours. Runs whose first attempt was not seen, and those of a source that does not tell single attempts, are left out and listed; where nothing else is known to be lost, the value is not known and no zero. The value is the sum over the runs of the window.',
    source: FAIRLEAD,
  },
  {
    id: 'ci.flakyJobs',
    title: 'Flaky job rate',
    unit: 'ratio',
    aggregation: 'ratio',
    direction: 'lower-is-better',
    definition:
      'Of the jobs that failed and ran more than once on the same commit in the same workflow within seven days, the share that also succeeded there. A part of a run that is a run by itself is a workflow of its own.',
    source: FAIRLEAD,
  },
  {
    id: 'ci.flakyTests',
    title: 'Flaky test rate',
    unit: 'ratio',
    aggregation: 'ratio',
    direction: 'lower-is-better',
    definition:
      'Of the test cases that failed and ran more than once on the same commit within seven days, the share that also succeeded there; a case that its runner tried again within one run and that both failed and succeeded is one of them. Needs test reports.',
    source: FAIRLEAD,
  },
  {
    id: 'ci.timeToGreen',
    title: 'Time to green',
    unit: 'ms',
    aggregation: 'percentiles',
    direction: 'lower-is-better',
    definition:
      'For each time a workflow of the default branch turned red: from the first failed end of a run to the next successful one, be it of the same run. Parts of a run that are runs by themselves are workflows of their own; those of one run and name answer together and are green when all are. A workflow that is still red counts as longer than all that are green again. The value is the median.',
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

const COUNTS_CHANGES: readonly MeasureId[] = ['leadTime', 'ci.feedback'];

const countsOf = (id: MeasureId): MeasureDefinition['counts'] => {
  if (COUNTS_CHANGES.includes(id)) {
    return 'changes';
  }
  return id.startsWith('ci.') ? 'work' : 'deployments';
};

/** What every measure means, in the order in which they are shown. @public */
export const MEASURE_DEFINITIONS: readonly MeasureDefinition[] = rows.map(
  row => ({
    ...row,
    counts: countsOf(row.id),
    headline: HEADLINE_MEASURES.includes(row.id),
  }),
);

const byId = new Map(MEASURE_DEFINITIONS.map(d => [d.id, d]));

/** What one measure means. @public */
export function definitionOf(id: MeasureId): MeasureDefinition {
  return byId.get(id) as MeasureDefinition;
}
