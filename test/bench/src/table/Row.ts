import { Stage } from '../stage/createStage';

/** A line of the table. */
export interface Row {
  name: string;
  figure: string;
  /** Left out where nothing is asked for. */
  target?: string;
  met?: boolean;
}

/** Measures something; run by its name with `yarn bench <name>`. */
export interface Bench {
  name: string;
  run(stage: Stage): Promise<Row[]>;
}
