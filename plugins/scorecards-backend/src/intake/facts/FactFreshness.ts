const HOUR = 60 * 60_000;

/** An unchanged value without a limit to its age is written again once a day. */
const LONGEST = 24 * HOUR;

/** How soon an unchanged value is worth writing again. */
export interface FactFreshness {
  /** Milliseconds. */
  refreshAfter(factId: string): number;
}

/**
 * A quarter of the shortest time after which anything calls the fact stale: its own time to live, or the `maxAge` of a
 * check that may read it. So a stored age is never wrong by more than that quarter, and most runs of a source write
 * nothing.
 */
export function createFactFreshness(options: {
  timeToLive(factId: string): number | undefined;
  /** The shortest `maxAge` of the scorecards in force that read the fact. */
  shortestMaxAge(factId: string): number | undefined;
}): FactFreshness {
  return {
    refreshAfter: factId =>
      Math.min(
        LONGEST,
        (options.timeToLive(factId) ?? Infinity) / 4,
        (options.shortestMaxAge(factId) ?? Infinity) / 4,
      ),
  };
}
