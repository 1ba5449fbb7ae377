import { JsonObject } from '@backstage/types';

/** The workload that the processes of an evaluation are asked for. */
export interface WorkloadOptions {
  checks: number;
  /** `backend.database`. */
  database: JsonObject;
  entities: number;
}

/** What the process measured that took the workload in. */
export interface IntakeFigures {
  seconds: number;
  /** How far resident memory rose above that of the idle process. */
  grownMegabytes: number;
}

/** What the process measured that evaluated the stored facts. */
export interface EvaluationFigures {
  /** How many results are stored. */
  results: number;
  firstSeconds: number;
  unchangedSeconds: number;
  /** Whether that wrote no row of results or transitions. */
  isUnchanged: boolean;
  /** One changed fact to a stored result. */
  changeMilliseconds: number;
  /** How far resident memory rose above that of the idle process while all was evaluated, twice. */
  grownMegabytes: number;
}
