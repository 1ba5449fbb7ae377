import { DELIVERY_VALUES_DAYS } from '@fairlead/backstage-plugin-delivery-common';
import { FactDeclaration } from '@fairlead/backstage-plugin-scorecards-common';
import { MEASURE_FACTS } from './measureFacts';
import { EXPLAINED_BY_SLOWEST_JOB, SLOWEST_JOB_FACTS } from './slowestJobFacts';

/** Twice as long as between two readings of everything, and some more. */
const TIME_TO_LIVE = '50h';

/** The delivery tab, with the records of a measure opened, over the days that facts are about. */
const recordsPath = (measure: string) =>
  `delivery?days=${DELIVERY_VALUES_DAYS}&measure=${measure}`;

/** Declares the facts that delivery measures make. */
export function declareFacts(): FactDeclaration[] {
  return [
    ...MEASURE_FACTS.map(({ id, measure, title, type, unit }) => ({
      id,
      type,
      unit,
      title: title ? `${measure.title}, ${title}` : measure.title,
      description: measure.definition,
      definitionUrl: measure.source.url,
      recordsPath: recordsPath(measure.id),
      explainedBy: EXPLAINED_BY_SLOWEST_JOB.includes(measure.id)
        ? SLOWEST_JOB_FACTS.map(fact => fact.id)
        : undefined,
      timeToLive: TIME_TO_LIVE,
    })),
    ...SLOWEST_JOB_FACTS.map(({ id, type, unit, title, description }) => ({
      id,
      type,
      unit,
      title,
      description,
      recordsPath: recordsPath('ci.feedback'),
      timeToLive: TIME_TO_LIVE,
    })),
  ];
}
