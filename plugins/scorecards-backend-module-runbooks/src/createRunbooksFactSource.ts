import { RunbooksService } from '@fairlead/backstage-plugin-runbooks-node';
import {
  FactSource,
  observeValues,
} from '@fairlead/backstage-plugin-scorecards-node';
import { observeRunbooks } from './observeRunbooks';
import { RUNBOOK_FACTS } from './runbookFacts';

/** Twice as long as between two readings of everything, and some more. */
const TIME_TO_LIVE = '50h';

const DEFINITIONS =
  'https://github.com/fairlead/fairlead/tree/main/plugins/scorecards-backend-module-runbooks#the-facts';

/** Reads the values of the entities of which something changed since the run before, and of all of them once a day. */
export function createRunbooksFactSource(options: {
  runbooks: Pick<RunbooksService, 'readEntityValues'>;
}): FactSource {
  const { runbooks } = options;
  return {
    id: 'runbooks',
    title: 'Runbooks and incidents',
    facts: RUNBOOK_FACTS.map(({ id, type, unit, title, description }) => ({
      id,
      type,
      unit,
      title,
      description,
      definitionUrl: DEFINITIONS,
      timeToLive: TIME_TO_LIVE,
    })),
    schedule: { frequency: { minutes: 5 }, timeout: { minutes: 30 } },
    observe: context =>
      observeValues(context, {
        read: query => runbooks.readEntityValues(query),
        observe: observeRunbooks,
      }),
  };
}
