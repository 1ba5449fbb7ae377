import {
  computeStageMedians,
  countFollowUps,
  EntityRunbookValues,
  IncidentPage,
} from '@fairlead/backstage-plugin-runbooks-common';
import { IncidentState } from './readIncidentStates';

/** What several incidents come to. */
export function sumIncidents(
  states: readonly IncidentState[],
  now: number,
): Omit<IncidentPage, 'items' | 'nextCursor' | 'totalItems'> {
  const { incidents } = sumValues(states, now);
  const { learning, foundByAlert } = incidents;
  return {
    medians: computeStageMedians(states.map(({ stages }) => stages)),
    foundByAlert: {
      n: foundByAlert.n,
      ratio: ratioOf(foundByAlert.found, foundByAlert.n),
    },
    learning: {
      ...learning,
      ratio: ratioOf(learning.closed, learning.asked),
      pending: states.filter(({ judged }) => judged.isAsked && !judged.isDue)
        .length,
    },
    followUps: countFollowUps(
      states.flatMap(({ followUps }) => followUps),
      now,
    ),
  };
}

/** The same, as other backends are told of it. */
export function sumValues(
  states: readonly IncidentState[],
  now: number,
): Pick<EntityRunbookValues, 'incidents'> {
  const due = states.filter(({ judged }) => judged.isDue);
  const found = states.filter(({ foundBy }) => foundBy !== undefined);
  const { open, overdue } = countFollowUps(
    states.flatMap(({ followUps }) => followUps),
    now,
  );
  return {
    incidents: {
      learning: {
        asked: due.length,
        closed: due.filter(({ judged }) => judged.isInTime).length,
      },
      openFollowUps: open,
      overdueFollowUps: overdue,
      foundByAlert: {
        n: found.length,
        found: found.filter(({ foundBy }) => foundBy === 'alert').length,
      },
    },
  };
}

function ratioOf(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
