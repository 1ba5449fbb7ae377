import { MeasureHeads } from './MeasuredDays';

/** Reads the stored heads of the measures of an entity; none of one that was never measured. */
export function readHeads(heads: string): MeasureHeads {
  return JSON.parse(heads);
}
