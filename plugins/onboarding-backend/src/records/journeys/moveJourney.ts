import { TrackPlan } from '@fairlead/backstage-plugin-onboarding-common';
import { Knex } from 'knex';
import { markVerificationDue } from '../../database/markDue';
import { JourneyInHand } from './JourneyInHand';
import { planTasks, replanTask } from './planTasks';
import { proposeBuddy } from './proposeBuddy';

/**
 * Puts a journey on another version of its track. What came of a task goes with it by its id; what the new version does not
 * have is no longer part of the way.
 */
export async function moveJourney(
  tx: Knex,
  journey: JourneyInHand,
  to: { version: number; plan: TrackPlan; now: number },
): Promise<void> {
  const planned = planTasks(journey.row.id, to.plan);
  const ids = new Set(planned.map(task => task.task_id));
  for (const [id, task] of journey.tasks) {
    if (!ids.has(id) && task.generated === null) {
      journey.tasks.set(id, { ...task, state: leave(task.state) });
    }
  }
  for (const task of planned) {
    journey.tasks.set(
      task.task_id,
      replanTask(journey.tasks.get(task.task_id), task),
    );
  }
  journey.plan = to.plan;
  journey.row = {
    ...journey.row,
    version: to.version,
    generate_at: to.now,
  };
  await markVerificationDue(tx, tx('journeys').where({ id: journey.row.id }));
  if (journey.row.buddy_ref === null) {
    await proposeBuddy(tx, journey);
  }
}

/** What was done is kept in case that a later version has it again. */
function leave<T extends string>(state: T): T | 'gone' {
  return state === 'done' ? state : 'gone';
}
