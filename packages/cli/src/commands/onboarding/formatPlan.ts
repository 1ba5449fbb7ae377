import {
  PlannedTask,
  TrackPlan,
} from '@fairlead/backstage-plugin-onboarding-common';
import { printable } from '../../report/printable';

const UNITS: readonly [string, number][] = [
  ['w', 604_800],
  ['d', 86_400],
  ['h', 3_600],
  ['m', 60],
];

/** For people: the milestones of a track with their tasks. */
export function formatPlan(
  plan: TrackPlan,
  { userRef, isFor }: { userRef: string; isFor: boolean },
): string {
  const lines = [
    plan.title,
    isFor
      ? `For ${userRef}`
      : `Not for ${userRef}: they are not of its audience`,
  ];
  for (const { title, due, tasks } of plan.milestones) {
    lines.push(
      '',
      due === undefined ? title : `${title} (${describeDue(due)})`,
    );
    lines.push(...tasks.map(task => `  [ ] ${describeTask(task)}`));
  }
  return `${lines.map(printable).join('\n')}\n`;
}

function describeDue(due: number): string {
  return due === 0 ? 'before day one' : `within ${formatDuration(due)}`;
}

function describeTask(task: PlannedTask): string {
  const notes = [
    ...(task.for === 'newcomer' ? [] : [`for ${task.for}`]),
    ...(task.optional ? ['optional'] : []),
    ...(task.takes === undefined ? [] : [formatDuration(task.takes)]),
    `verified by ${describeVerification(task)}`,
    ...(task.after.length > 0 ? [`after ${task.after.join(', ')}`] : []),
  ];
  return `${task.title}  (${notes.join('; ')})`;
}

function describeVerification({ verifiedBy: by }: PlannedTask): string {
  if ('record' in by) {
    const { record, times = 1 } = by;
    return times > 1 ? `${times} × ${record}` : record;
  }
  if ('fact' in by) {
    return 'a fact';
  }
  if ('template' in by) {
    return `a run of ${by.template}`;
  }
  return 'buddy' in by ? 'the buddy' : 'whoever does it';
}

function formatDuration(seconds: number): string {
  const [unit, size] =
    UNITS.find(([, one]) => seconds % one === 0) ?? UNITS[UNITS.length - 1];
  return `${seconds / size}${unit}`;
}
