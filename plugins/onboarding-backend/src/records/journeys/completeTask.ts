import { TaskEvidence } from '@fairlead/backstage-plugin-onboarding-common';
import { DbJourneyTaskRow } from '../../database/tables';
import { JourneyInHand } from './JourneyInHand';

/** That a task is done, and what shows it. */
export interface Completion {
  taskId: string;
  /** Milliseconds since the epoch. */
  at: number;
  evidence: TaskEvidence;
  /** Who says so; kept for the audit and shown to nobody. */
  by: string;
}

/**
 * Marks a task of a journey as done, whatever comes before it. What is done stays as it was first told. Somebody who has
 * done what was waived has done it.
 *
 * @returns whether anything changed
 */
export function completeTask(
  journey: JourneyInHand,
  { taskId, at, evidence, by }: Completion,
): boolean {
  const task = journey.tasks.get(taskId);
  if (!task || task.state === 'done' || task.state === 'gone') {
    return false;
  }
  const done: DbJourneyTaskRow = {
    ...task,
    state: 'done',
    done_at: at,
    done_by: by,
    evidence: JSON.stringify(evidence),
    holds: true,
    waive_reason: null,
    waived_at: null,
  };
  journey.tasks.set(taskId, done);
  return true;
}
