import {
  CountedAlert,
  CoverageWindow,
  EntityRunbookValues,
  HEALTH_PARTS,
  RunbookHealth,
  summariseCoverage,
} from '@fairlead/backstage-plugin-runbooks-common';

/** More names than anybody reads. */
const MOST_UNCOVERED = 100;

/** What values are made of. */
export interface ValuesInput {
  alerts: readonly CountedAlert[];
  /** Of each runbook that serves the entity or is chosen for one of its alerts. */
  health: readonly Partial<RunbookHealth>[];
  incidents: EntityRunbookValues['incidents'];
}

/** What other backends are told of an entity, but of which and when. */
export function computeValues(
  { alerts, health, incidents }: ValuesInput,
  window: CoverageWindow,
): Omit<EntityRunbookValues, 'entityRef' | 'computedAt'> {
  const { fired, covered, ratio, night } = summariseCoverage(alerts, window);
  const uncovered = alerts
    .filter(
      ({ firesUntil, resolves }) =>
        firesUntil >= window.from && resolves !== 'ok',
    )
    .map(({ alert }) => alert);
  const drifts = health.flatMap(({ drift }) => drift?.value ?? []);
  return {
    coverage: { fired, covered, ratio, night },
    uncovered: uncovered.sort().slice(0, MOST_UNCOVERED),
    health: countStates(health),
    ...(drifts.length > 0 && { drift: Math.max(...drifts) }),
    runbooks: health.length,
    incidents,
  };
}

function countStates(
  health: readonly Partial<RunbookHealth>[],
): EntityRunbookValues['health'] {
  const counts = HEALTH_PARTS.map(part => {
    const states: EntityRunbookValues['health'][typeof part] = {};
    for (const parts of health) {
      const { state } = parts[part] ?? { state: 'unknown' as const };
      states[state] = (states[state] ?? 0) + 1;
    }
    return [part, states];
  });
  return Object.fromEntries(counts);
}
