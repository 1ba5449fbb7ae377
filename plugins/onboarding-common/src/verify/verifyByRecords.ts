import { TaskEvidence } from '../api';
import { ContributionKind } from '../track';

/** How far before the start of a journey work still counts: clocks and time zones differ. */
const TOLERANCE = 24 * 3_600_000;

/** Work of somebody that a record shows. @public */
export interface ShownWork {
  /** Stable. */
  key: string;
  kind: ContributionKind;
  /** Milliseconds since the epoch. */
  at: number;
  title?: string;
  url?: string;
  /** Of a change. */
  origin?: TaskEvidence['origin'];
  entityRefs?: readonly string[];
}

/** How far records verify a task. @public */
export interface RecordVerdict {
  /** How often it was seen, at most as often as it takes. */
  reached: number;
  /** When it was seen often enough, in milliseconds since the epoch; absent while it was not. */
  doneAt?: number;
  /** What it was by which it was enough. */
  evidence?: TaskEvidence;
}

/** The earliest time at which work counts for a journey. @public */
export function countsFrom(startAt: number): number {
  return startAt - TOLERANCE;
}

/**
 * Whether records verify a task: by the work of its kind that was seen as often as it takes, from the start of the journey
 * on. In whatever order, and how often, it is told: the same work, known by its key, counts once.
 *
 * @param options - `startAt` in milliseconds since the epoch
 * @public
 */
export function verifyByRecords(options: {
  record: ContributionKind;
  times?: number;
  startAt: number;
  work: readonly ShownWork[];
}): RecordVerdict {
  const { record, times = 1, startAt, work } = options;
  const counted = [
    ...new Map(
      work
        .filter(({ kind, at }) => kind === record && at >= countsFrom(startAt))
        .map(one => [one.key, one]),
    ).values(),
  ].sort((a, b) => a.at - b.at || (a.key < b.key ? -1 : 1));
  const enough = counted[times - 1];
  if (!enough) {
    return { reached: counted.length };
  }
  const { title, url, origin, entityRefs } = enough;
  return {
    reached: times,
    // What counts by the tolerance is not done before the journey begins.
    doneAt: Math.max(enough.at, startAt),
    evidence: {
      by: 'record',
      ...(title !== undefined && { title }),
      ...(url !== undefined && { url }),
      ...(origin !== undefined && { origin }),
      ...(entityRefs?.length && { entityRefs: [...entityRefs] }),
    },
  };
}
