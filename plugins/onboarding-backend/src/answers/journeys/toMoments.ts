import {
  JourneyMoment,
  setupBegin,
  ShownWork,
} from '@fairlead/backstage-plugin-onboarding-common';
import { isoTime } from '../../database/isoTime';
import { JourneyContext } from './readContext';

/** What the firsts of a journey are shown by. */
const FIRSTS = [
  { id: 'setup', kind: 'green-build' },
  { id: 'merged-change', kind: 'merged-change' },
  { id: 'review-given', kind: 'review-given' },
  { id: 'deployed-change', kind: 'deployed-change' },
  { id: 'resolved-incident', kind: 'resolved-incident' },
] as const;

/** Of one that is open the time goes on minute by minute, so that an answer holds for a while. */
const MINUTE = 60_000;

export interface MomentsOptions {
  /** Milliseconds since the epoch. */
  now: number;
  /** For how many milliseconds back work is kept whole. */
  window: number;
}

/**
 * The firsts on the way, with the time that each took from the start. Whoever hands over has only the end before them, and
 * so has a journey that started before the window: of its first work nobody can tell any more.
 */
export function toMoments(
  { row, plan, tasks, work }: JourneyContext,
  { now, window }: MomentsOptions,
): JourneyMoment[] {
  const startAt = Number(row.start_at);
  const hasFirsts = plan.purpose !== 'handover' && startAt > now - window;
  const until = row.ended_at === null ? now : Number(row.ended_at);
  const firsts = FIRSTS.map(({ id, kind }): JourneyMoment => {
    const first: ShownWork | undefined = work.find(one => one.kind === kind);
    const from =
      id === 'setup'
        ? setupBegin({
            startAt,
            builtAt: first?.at,
            firstTaskAt: firstTaskAt(row.first_done_at, [...tasks.values()]),
          })
        : startAt;
    return {
      id,
      ...toTime(first?.at, { from, until }),
      ...(first?.origin && { origin: first.origin }),
    };
  });
  const finishedAt =
    row.finished_at === null ? undefined : Number(row.finished_at);
  return [
    ...(hasFirsts ? firsts : []),
    { id: 'completed', ...toTime(finishedAt, { from: startAt, until }) },
  ];
}

/** When the first task was done, or its template was started. */
function firstTaskAt(
  firstDoneAt: number | string | null,
  tasks: readonly { run_at: number | string | null }[],
): number | undefined {
  const times = [firstDoneAt, ...tasks.map(task => task.run_at)].flatMap(at =>
    at === null ? [] : [Number(at)],
  );
  return times.length === 0 ? undefined : Math.min(...times);
}

function toTime(
  at: number | undefined,
  { from, until }: { from: number; until: number },
): Pick<JourneyMoment, 'at' | 'seconds'> {
  if (at !== undefined) {
    return {
      at: isoTime(at),
      seconds: Math.max(0, Math.round((at - from) / 1000)),
    };
  }
  const minutes = Math.floor((until - from) / MINUTE);
  return { seconds: Math.max(0, minutes * 60) };
}
