import { JsonValue } from '@backstage/types';
import {
  CoverageShare,
  EntityRunbookValues,
  HealthPart,
} from '@fairlead/backstage-plugin-runbooks-common';
import { FactDeclaration } from '@fairlead/backstage-plugin-scorecards-common';

/** One fact of what is known of an entity. */
export interface RunbookFact
  extends Pick<
    FactDeclaration,
    'id' | 'type' | 'unit' | 'title' | 'description'
  > {
  /** Undefined where it is not known. */
  valueOf(values: EntityRunbookValues): JsonValue | undefined;
}

const ratioOf = (part: number, whole: number) =>
  whole > 0 ? part / whole : undefined;

const coverageOf = ({ fired, covered }: CoverageShare) =>
  ratioOf(covered, fired);

/**
 * Whether a part of the health of all runbooks of an entity is as it should be. One that is not says no; without any, one
 * that nobody could look at leaves it open.
 */
function isHealthy(
  part: HealthPart,
  { health, runbooks }: EntityRunbookValues,
): boolean | undefined {
  const { ok = 0, bad = 0 } = health[part];
  if (bad > 0) {
    return false;
  }
  return runbooks > 0 && ok === runbooks ? true : undefined;
}

const HEALTH_FACTS = (
  [
    [
      'resolves',
      'Runbooks resolve',
      'Every runbook that serves the entity can be opened where it is said to be. A page behind a login leaves it open.',
    ],
    [
      'complete',
      'Runbooks are complete',
      'Every runbook that serves the entity has the sections of the template, none of them empty or unfinished.',
    ],
    [
      'actionable',
      'Runbooks say what to do',
      'Every runbook that serves the entity has a command, a query or a dashboard in its diagnosis or mitigation.',
    ],
    [
      'fresh',
      'Runbooks are verified',
      'A person verified or used every runbook that serves the entity within the time to live of its tier.',
    ],
  ] as const
).map(
  ([part, title, description]): RunbookFact => ({
    id: `runbooks.health.${part}`,
    type: 'boolean',
    title,
    description,
    valueOf: values => isHealthy(part, values),
  }),
);

/** All facts that runbooks and incidents make. */
export const RUNBOOK_FACTS: readonly RunbookFact[] = [
  {
    id: 'runbooks.alerts.coverage',
    type: 'number',
    unit: 'ratio',
    title: 'Alert coverage',
    description:
      'Alert names that fired with a runbook that resolves, of all alert names that fired. None fired, none is known.',
    valueOf: ({ coverage }) => coverageOf(coverage),
  },
  {
    id: 'runbooks.alerts.nightCoverage',
    type: 'number',
    unit: 'ratio',
    title: 'Alert coverage at night',
    description:
      'The same of the alerts that may page out of hours. None fired, none is known.',
    valueOf: ({ coverage }) => coverageOf(coverage.night),
  },
  {
    id: 'runbooks.alerts.fired',
    type: 'number',
    unit: 'count',
    title: 'Alert names that fired',
    description: 'How many different alerts fired within the window.',
    valueOf: ({ coverage }) => coverage.fired,
  },
  {
    id: 'runbooks.alerts.uncovered',
    type: 'string[]',
    title: 'Alerts without a runbook',
    description:
      'The names of the alerts that fired without a runbook that resolves. None fired, none is known.',
    valueOf: ({ coverage, uncovered }) =>
      coverage.fired > 0 ? uncovered : undefined,
  },
  {
    id: 'runbooks.runbook.count',
    type: 'number',
    unit: 'count',
    title: 'Runbooks',
    description: 'How many runbooks serve the entity, wherever they are named.',
    valueOf: ({ runbooks }) => runbooks,
  },
  ...HEALTH_FACTS,
  {
    id: 'runbooks.health.drift',
    type: 'number',
    unit: 'count',
    title: 'Deployments since a runbook was verified',
    description:
      'Deployments to production since a runbook of the entity was last verified or used, of the one with the most. Where none ever was, none is known.',
    valueOf: ({ drift }) => drift,
  },
  {
    id: 'runbooks.incidents.learningClosed',
    type: 'number',
    unit: 'ratio',
    title: 'Learning closed',
    description:
      'Incidents whose review was published in time and led to a change, or says why nothing is to change, of those for which a review is asked. None asked for, none is known.',
    valueOf: ({ incidents }) =>
      ratioOf(incidents.learning.closed, incidents.learning.asked),
  },
  {
    id: 'runbooks.incidents.openFollowUps',
    type: 'number',
    unit: 'count',
    title: 'Open follow-ups',
    description: 'What was agreed after incidents and is not done.',
    valueOf: ({ incidents }) => incidents.openFollowUps,
  },
  {
    id: 'runbooks.incidents.overdueFollowUps',
    type: 'number',
    unit: 'count',
    title: 'Overdue follow-ups',
    description:
      'Of the open follow-ups, those past their due date, or older than 30 days without one.',
    valueOf: ({ incidents }) => incidents.overdueFollowUps,
  },
  {
    id: 'runbooks.incidents.foundByAlert',
    type: 'number',
    unit: 'ratio',
    title: 'Incidents found by an alert',
    description:
      'Incidents that an alert found, of those where it is told who or what did. None told, none is known.',
    valueOf: ({ incidents }) =>
      ratioOf(incidents.foundByAlert.found, incidents.foundByAlert.n),
  },
];
