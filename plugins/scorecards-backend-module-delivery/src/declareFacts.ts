import { FactDeclaration } from '@fairlead/backstage-plugin-scorecards-common';
import { MEASURE_FACTS } from './measureFacts';

/** Twice as long as between two readings of everything, and some more. */
const TIME_TO_LIVE = '50h';

/** Declares the facts that delivery measures make. */
export function declareFacts(): FactDeclaration[] {
  return MEASURE_FACTS.map(({ id, measure, title, type, unit }) => ({
    id,
    type,
    unit,
    title: title ? `${measure.title}, ${title}` : measure.title,
    description: measure.definition,
    definitionUrl: measure.source.url,
    timeToLive: TIME_TO_LIVE,
  }));
}
