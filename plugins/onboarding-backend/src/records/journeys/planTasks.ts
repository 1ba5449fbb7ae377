import {
  PlannedTask,
  TaskVerifiedBy,
  TrackPlan,
} from '@fairlead/backstage-plugin-onboarding-common';
import { DbJourneyTaskRow } from '../../database/tables';

/** The tasks of a plan as a journey begins with them. */
export function planTasks(
  journeyId: string,
  plan: TrackPlan,
): DbJourneyTaskRow[] {
  return plan.milestones.flatMap(({ id, tasks }) =>
    tasks.map((task, position) =>
      openTask(journeyId, task, { milestoneId: id, position }),
    ),
  );
}

/** A task that nobody has done yet. */
export function openTask(
  journeyId: string,
  task: PlannedTask,
  place: { milestoneId: string; position: number; isGenerated?: boolean },
): DbJourneyTaskRow {
  return {
    journey_id: journeyId,
    task_id: task.id,
    milestone_id: place.milestoneId,
    position: place.position,
    generated: place.isGenerated ? JSON.stringify(task) : null,
    doer: task.for,
    verification: verificationOf(task),
    state: 'open',
    optional: task.optional,
    open_since: null,
    done_at: null,
    done_by: null,
    evidence: null,
    holds: null,
    waive_reason: null,
    waived_at: null,
    run_id: null,
    run_state: null,
    run_at: null,
    asked_at: null,
  };
}

/**
 * A task with the words and the place that it has now, and with all that came of it: what was done stays done, however
 * it would have to be verified now.
 */
export function replanTask(
  stored: DbJourneyTaskRow | undefined,
  planned: DbJourneyTaskRow,
): DbJourneyTaskRow {
  if (!stored) {
    return planned;
  }
  return {
    ...stored,
    milestone_id: planned.milestone_id,
    position: planned.position,
    generated: planned.generated,
    doer: planned.doer,
    verification: planned.verification,
    optional: planned.optional,
    state: stored.state === 'gone' ? 'open' : stored.state,
  };
}

function verificationOf({ verifiedBy }: PlannedTask): TaskVerifiedBy['by'] {
  const kinds = ['record', 'fact', 'template', 'buddy'] as const;
  return kinds.find(kind => kind in verifiedBy) ?? 'self';
}
