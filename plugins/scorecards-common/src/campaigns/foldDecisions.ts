import { Decision } from '../decisions';
import { CampaignState } from './types';

/** What the entries of a campaign come to. @public */
export interface FoldedCampaign {
  state: CampaignState;
  /** Milliseconds since the epoch; undefined before the start. */
  startedAt?: number;
  /** Milliseconds since the epoch; undefined before the end. */
  endedAt?: number;
  /** The teams that the campaign pauses for, each with the entry that says so. */
  paused: Map<string, Decision>;
}

/**
 * Where a campaign stands, from its entries in the log and the clock: a person starts it, or the clock starts what was
 * scheduled; a person ends it, or the deadline does. What was only drafted stays a draft.
 *
 * @param options - when the campaign begins, ends, and what time it is, in milliseconds since the epoch
 * @public
 */
export function foldCampaignDecisions(
  entries: readonly Decision[],
  options: { startsAt: number; deadline: number; now: number },
): FoldedCampaign {
  const { startsAt, deadline, now } = options;
  const timeOf = (move: string) => {
    const entry = entries.find(candidate => candidate.move === move);
    return entry && Date.parse(entry.at);
  };
  const begins = timeOf('start') ?? (timeOf('schedule') && startsAt);
  const ends = Math.min(
    timeOf('end') ?? Infinity,
    begins === undefined ? Infinity : deadline,
  );
  const startedAt =
    begins !== undefined && begins <= now && begins < ends ? begins : undefined;
  const endedAt = ends <= now ? ends : undefined;
  return { state: stateNow(), startedAt, endedAt, paused: findPaused(entries) };

  function stateNow(): CampaignState {
    if (endedAt !== undefined) {
      return 'ended';
    }
    if (begins === undefined) {
      return 'draft';
    }
    return startedAt === undefined ? 'scheduled' : 'active';
  }
}

function findPaused(entries: readonly Decision[]): Map<string, Decision> {
  const paused = new Map<string, Decision>();
  for (const entry of entries) {
    if (entry.side !== null && entry.move === 'pause') {
      paused.set(entry.side, entry);
    } else if (entry.side !== null && entry.move === 'resume') {
      paused.delete(entry.side);
    }
  }
  return paused;
}
