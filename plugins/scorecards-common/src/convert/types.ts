import { ScorecardEntityV1alpha1 } from '../scorecard';

/**
 * What could not be brought along, or means something else than before, and where it stands in the text.
 *
 * @public
 */
export interface ImportNote {
  /** Counted from 1. */
  line: number;
  /** Counted from 1. */
  column: number;
  message: string;
}

/**
 * The scorecards that a configuration of another product came to; each of them is valid.
 *
 * @public
 */
export interface ImportedScorecards {
  /** Several where there are more checks than one scorecard holds; empty where nothing could be brought along. */
  scorecards: ScorecardEntityV1alpha1[];
  /** In the order of the text. */
  notes: ImportNote[];
}

/**
 * What the text itself does not say.
 *
 * @public
 */
export interface ImportOptions {
  /** The team that answers for the scorecards. */
  owner: string;
  /** The name of the entity; made from the text when left out. */
  name?: string;
}
