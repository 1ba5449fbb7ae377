import { JsonObject } from '@backstage/types';

/** What an evaluation in a process of its own is asked for. */
export interface EvaluationOptions {
  checks: number;
  /** `backend.database`. */
  database: JsonObject;
  entities: number;
}

/** What it measured. */
export interface EvaluationFigures {
  /** How many results are stored. */
  results: number;
  firstSeconds: number;
  unchangedSeconds: number;
  /** Whether that wrote no row of results or transitions. */
  isUnchanged: boolean;
  /** One changed fact to a stored result. */
  changeMilliseconds: number;
  /** How far resident memory rose while all was taken in and evaluated twice. */
  grownMegabytes: number;
}
