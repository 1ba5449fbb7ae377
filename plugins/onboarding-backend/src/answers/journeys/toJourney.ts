import {
  Journey,
  JourneyPerson,
  planJourney,
} from '@fairlead/backstage-plugin-onboarding-common';
import { readManagerOf } from '../../catalog/people';
import { isoTime } from '../../database/isoTime';
import { toRecords } from '../../records/journeys';
import { JourneyContext } from './readContext';
import { MomentsOptions, toMoments } from './toMoments';
import { TaskViewer, toTask } from './toTask';

/** A journey as whoever is on it sees it, or the buddy, who sees no times. */
export function toJourney(
  context: JourneyContext,
  viewer: TaskViewer,
  options: MomentsOptions,
): Journey {
  const { row, plan, track } = context;
  const { isSelf } = viewer.standing;
  const standing = standJourney(context, options);
  const isGone = !track || track.gone_at !== null;
  return {
    id: row.id,
    trackRef: row.track_ref,
    title: plan.title,
    purpose: plan.purpose,
    version: row.version,
    ...(!isGone &&
      track.version > row.version && { newerVersion: track.version }),
    ...(isGone && { trackIsGone: true }),
    userRef: row.user_ref,
    ...(row.team_ref !== null && { teamRef: row.team_ref }),
    state: row.state,
    startAt: isoTime(row.start_at),
    startFrom: row.start_from,
    ...(isSelf &&
      row.finished_at !== null && { finishedAt: isoTime(row.finished_at) }),
    ...(isSelf && row.ended_at !== null && { endedAt: isoTime(row.ended_at) }),
    progress: standing.progress,
    ...(standing.next !== undefined &&
      row.state !== 'ended' && { next: standing.next }),
    milestones: standing.milestones.map(
      ({ id, title, dueAt, progress, tasks }) => ({
        id,
        title,
        ...(dueAt !== undefined && { dueAt: isoTime(dueAt) }),
        progress,
        tasks: tasks.map(task => toTask(task, context, viewer)),
      }),
    ),
    people: findPeople(context),
    moments: isSelf ? toMoments(context, options) : [],
    role: isSelf ? 'self' : 'buddy',
    revision: row.revision,
  };
}

/** How a journey stands now. */
export function standJourney(
  { row, plan, tasks }: JourneyContext,
  { now }: { now: number },
) {
  return planJourney({
    plan,
    records: toRecords(tasks),
    createdAt: Number(row.created_at),
    startAt: Number(row.start_at),
    now,
  });
}

/** Whom to ask. A role that is not filled is told as well: somebody ought to fill it. */
function findPeople({
  row,
  plan,
  track,
  user,
  team,
}: JourneyContext): JourneyPerson[] {
  const manager = readManagerOf(user?.entity, team);
  const wantsBuddy = plan.buddiesAtOnce !== undefined || row.buddy_ref !== null;
  return [
    ...(wantsBuddy
      ? [
          {
            role: 'buddy' as const,
            ...(row.buddy_ref !== null && { ref: row.buddy_ref }),
            ...(row.buddy_state !== null && { state: row.buddy_state }),
          },
        ]
      : []),
    { role: 'manager', ...(manager !== undefined && { ref: manager }) },
    { role: 'team', ...(row.team_ref !== null && { ref: row.team_ref }) },
    { role: 'track-owner', ref: track?.owner_ref || plan.ownerRef },
  ];
}
