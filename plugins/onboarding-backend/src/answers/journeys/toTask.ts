import {
  JourneyTask,
  StandingTask,
  TaskEvidence,
  TaskVerifiedBy,
} from '@fairlead/backstage-plugin-onboarding-common';
import { readManagerOf } from '../../catalog/people';
import { isoTime } from '../../database/isoTime';
import { DbJourneyTaskRow } from '../../database/tables';
import { toHelpRequest } from '../../records/help';
import { mayComplete, mayWaive, Standing } from '../../records/journeys';
import { JourneyContext } from './readContext';

/** Who looks at a task, and what they are to its journey. */
export interface TaskViewer {
  ref: string;
  standing: Standing;
  byAgent: boolean;
}

/** A task of a journey. Times are for whoever is on the journey and for nobody else. */
export function toTask(
  { task, record, state, lockedBy, isLong }: StandingTask,
  context: JourneyContext,
  viewer: TaskViewer,
): JourneyTask {
  const row = context.tasks.get(task.id);
  const { isSelf } = viewer.standing;
  return {
    id: task.id,
    title: task.title,
    ...(task.description !== undefined && { description: task.description }),
    links: task.links,
    ...(task.docs !== undefined && { docs: task.docs }),
    ownerRef: task.ownerRef,
    for: task.for,
    doers: findDoers(task.for, context),
    state,
    lockedBy: lockedBy.map(({ id, title }) => ({ id, title })),
    optional: task.optional,
    ...(task.takes !== undefined && { takes: task.takes }),
    isLong: isSelf && isLong,
    verifiedBy: toVerifiedBy(task, state, context),
    ...(row && isSelf && toTimes(row)),
    ...(row?.state === 'done' && toShown(row, context)),
    ...toTalk(task, context, viewer),
    generated: record.generated !== undefined,
    can: row ? findCan(state, row, { context, viewer, docs: task.docs }) : [],
  };
}

/** Who does a task of a journey, where it is known. */
function findDoers(doer: string, context: JourneyContext): string[] {
  const { row, user, team } = context;
  switch (doer) {
    case 'newcomer':
      return [row.user_ref];
    case 'buddy':
      return row.buddy_ref === null ? [] : [row.buddy_ref];
    case 'manager':
      return [readManagerOf(user?.entity, team) ?? []].flat();
    default:
      return [doer];
  }
}

function toVerifiedBy(
  { verifiedBy: by }: StandingTask['task'],
  state: StandingTask['state'],
  { row, work }: JourneyContext,
): TaskVerifiedBy {
  if ('record' in by) {
    const { record, times = 1 } = by;
    const seen = work.filter(({ kind }) => kind === record).length;
    const reached = state === 'done' ? times : Math.min(times, seen);
    return { by: 'record', record, times, reached };
  }
  if ('fact' in by) {
    const { of = 'team' } = by;
    const known = { team: row.team_ref, newcomer: row.user_ref };
    const entityRef = of === 'team' || of === 'newcomer' ? known[of] : of;
    return { by: 'fact', ...(entityRef && { entityRef }) };
  }
  if ('template' in by) {
    return { by: 'template', templateRef: by.template };
  }
  return { by: 'buddy' in by ? 'buddy' : 'self' };
}

function toTimes(row: DbJourneyTaskRow): Partial<JourneyTask> {
  const { waived_at: waivedAt, waive_reason: reason } = row;
  return {
    ...(row.open_since !== null && { openSince: isoTime(row.open_since) }),
    ...(row.done_at !== null && { doneAt: isoTime(row.done_at) }),
    ...(waivedAt !== null && {
      waived: { reason: reason ?? '', at: isoTime(waivedAt) },
    }),
    ...(row.run_id !== null &&
      row.run_at !== null && {
        run: {
          taskId: row.run_id,
          state: row.run_state ?? 'unknown',
          startedAt: isoTime(row.run_at),
        },
      }),
  };
}

/** A call for help is for whoever asked and whoever it went to; a vote for whoever gave it. */
function toTalk(
  { id, title, for: doer }: StandingTask['task'],
  { help, tasks }: JourneyContext,
  { ref, standing }: TaskViewer,
): Partial<JourneyTask> {
  const call = help.get(id);
  const vote = tasks.get(id)?.vote;
  const isTold = call && [call.asked_by, call.to_ref].includes(ref);
  return {
    ...(isTold && { help: toHelpRequest(call, title) }),
    ...(vote && standing.does(doer) && { vote }),
  };
}

/** What shows that a task is done, with no entity that is hidden from whoever looks. */
function toShown(
  { evidence, holds }: DbJourneyTaskRow,
  { isVisible }: JourneyContext,
): Partial<JourneyTask> {
  const shown: TaskEvidence | null =
    evidence === null ? null : JSON.parse(evidence);
  const refs = shown?.entityRefs?.filter(isVisible);
  return {
    ...(shown && { evidence: { ...shown, ...(refs && { entityRefs: refs }) } }),
    ...(holds !== null && { holds: Boolean(holds) }),
  };
}

function findCan(
  state: JourneyTask['state'],
  row: DbJourneyTaskRow,
  options: {
    context: JourneyContext;
    viewer: TaskViewer;
    docs: string | undefined;
  },
): JourneyTask['can'] {
  const { context, docs, viewer } = options;
  const { standing } = viewer;
  if (context.row.state === 'ended') {
    return [];
  }
  const isOpen = state === 'open';
  const isLeft = isOpen || state === 'locked';
  const isTheirs = standing.does(row.doer);
  const can: [JourneyTask['can'][number], boolean][] = [
    ['complete', isOpen && mayComplete(row, standing, viewer)],
    [
      'start',
      isOpen &&
        isTheirs &&
        row.verification === 'template' &&
        // One without a run was never answered by the scaffolder: the process that asked may have died.
        (row.run_state !== 'running' || row.run_id === null),
    ],
    ['help', isLeft && isTheirs],
    ['vote', isTheirs && docs !== undefined],
    ['waive', isLeft && mayWaive(row, standing, viewer)],
  ];
  return can.flatMap(([name, isSo]) => (isSo ? [name] : []));
}
