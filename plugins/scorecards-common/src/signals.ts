/**
 * The channel on which open pages hear that results changed.
 *
 * @public
 */
export const RESULTS_SIGNAL_CHANNEL = 'scorecards:results';

/**
 * A message of {@link RESULTS_SIGNAL_CHANNEL}: whose results changed, and nothing of them. Everybody hears it, so it names
 * entities by the uids of the catalog, which tell nothing to those who may not read the entity.
 *
 * @public
 */
export type ResultsSignal = {
  /** Null where too many changed to name them. */
  entityUids: string[] | null;
};
