import { EntityMeasureValues } from '@fairlead/backstage-plugin-delivery-common';
import { FactDeclaration } from '@fairlead/backstage-plugin-scorecards-common';

type SlowestJob = NonNullable<EntityMeasureValues['slowestJob']>;

/** Names and addresses come from outside; longer ones are of no use to a reader, and a fact may not be of any size. */
const LONGEST_NAME = 200;
const LONGEST_URL = 2_000;

/** A fact about the job that holds up the answers of CI the longest. */
interface SlowestJobFact
  extends Pick<
    FactDeclaration,
    'id' | 'type' | 'unit' | 'title' | 'description'
  > {
  /** Undefined where there is none. */
  valueOf(job: SlowestJob): string | number | undefined;
}

/** What the times of CI come from: the slowest job, its time, and a run to look at. */
export const SLOWEST_JOB_FACTS: readonly SlowestJobFact[] = [
  {
    id: 'delivery.ci.slowestJob.name',
    type: 'string',
    title: 'Slowest CI job',
    description:
      'The job that a change waits for the longest: the one with the longest time in nine of ten of its runs.',
    valueOf: ({ name }) => shorten(name),
  },
  {
    id: 'delivery.ci.slowestJob.p90',
    type: 'duration',
    unit: 'ms',
    title: 'Slowest CI job, nine of ten runs within',
    description: 'Nine of ten runs of the slowest CI job take no longer.',
    valueOf: ({ p90 }) => p90,
  },
  {
    id: 'delivery.ci.slowestJob.url',
    type: 'string',
    title: 'Slowest CI job, a run of it',
    description:
      'The page of a run that took about as long as nine of ten runs of the slowest CI job take at most.',
    valueOf: ({ example }) =>
      example?.url && example.url.length <= LONGEST_URL
        ? example.url
        : undefined,
  },
];

/** Measures whose value a reader understands better when the slowest job stands beside it. */
export const EXPLAINED_BY_SLOWEST_JOB: readonly string[] = [
  'ci.feedback',
  'ci.runTime',
];

function shorten(name: string): string {
  const characters = [...name];
  return characters.length > LONGEST_NAME
    ? `${characters.slice(0, LONGEST_NAME).join('')}…`
    : name;
}
