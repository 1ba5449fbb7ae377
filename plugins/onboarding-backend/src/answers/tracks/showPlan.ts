import {
  JourneyMilestone,
  JourneyTask,
  planJourney,
  PlannedTask,
  StandingTask,
  TaskVerifiedBy,
  TrackPlan,
} from '@fairlead/backstage-plugin-onboarding-common';

/** Who would be on a track, as far as it is known. */
export interface PlanViewer {
  userRef?: string;
  managerRef?: string;
  teamRef?: string;
}

/** A plan as somebody sees it who has not begun; there is nothing that they may do with it. */
export function showPlan(
  plan: TrackPlan,
  options: { generated?: ReadonlySet<string>; viewer?: PlanViewer } = {},
): JourneyMilestone[] {
  const { generated = new Set(), viewer = {} } = options;
  const { milestones } = planJourney({
    plan,
    records: new Map(),
    createdAt: 0,
    startAt: 0,
    now: 0,
  });
  return milestones.map(({ id, title, progress, tasks }, index) => {
    const { due } = plan.milestones[index];
    return {
      id,
      title,
      ...(due !== undefined && { due }),
      progress,
      tasks: tasks.map(standing => showTask(standing, generated, viewer)),
    };
  });
}

function showTask(
  { task, state, lockedBy }: StandingTask,
  generated: ReadonlySet<string>,
  viewer: PlanViewer,
): JourneyTask {
  return {
    id: task.id,
    title: task.title,
    ...(task.description !== undefined && { description: task.description }),
    links: task.links,
    ...(task.docs !== undefined && { docs: task.docs }),
    ownerRef: task.ownerRef,
    for: task.for,
    doers: doersOf(task.for, viewer),
    state,
    lockedBy: lockedBy.map(({ id, title }) => ({ id, title })),
    optional: task.optional,
    ...(task.takes !== undefined && { takes: task.takes }),
    isLong: false,
    verifiedBy: verifiedBy(task, viewer),
    generated: generated.has(task.id),
    can: [],
  };
}

function doersOf(doer: string, viewer: PlanViewer): string[] {
  switch (doer) {
    case 'newcomer':
      return [viewer.userRef ?? []].flat();
    case 'manager':
      return [viewer.managerRef ?? []].flat();
    case 'buddy':
      return [];
    default:
      return [doer];
  }
}

function verifiedBy(
  { verifiedBy: by }: PlannedTask,
  { userRef, teamRef }: PlanViewer,
): TaskVerifiedBy {
  if ('record' in by) {
    return {
      by: 'record',
      record: by.record,
      times: by.times ?? 1,
      reached: 0,
    };
  }
  if ('fact' in by) {
    const known = { team: teamRef, newcomer: userRef };
    const entityRef =
      by.of === 'team' || by.of === 'newcomer' ? known[by.of] : by.of;
    return { by: 'fact', ...(entityRef && { entityRef }) };
  }
  if ('template' in by) {
    return { by: 'template', templateRef: by.template };
  }
  return { by: 'buddy' in by ? 'buddy' : 'self' };
}
