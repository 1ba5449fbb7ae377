import { MeasureHead, MeasureHeads } from '../measures/MeasuredDays';
import { StoredMeasure } from '../measures/storedMeasures';
import { emptyHeads } from './emptyHeads';

/**
 * What of a measure of several entities belongs to no day. A reason holds for all of them together if one holds for each;
 * of several the one is told that says more than that there is nothing.
 *
 * @param heads - of those that have been measured
 */
export function headOf(
  measure: StoredMeasure,
  heads: readonly MeasureHeads[],
): MeasureHead {
  const nothing = emptyHeads[measure]?.missing;
  const own = heads.map(all => all[measure] ?? { missing: nothing });
  const [since] = own.flatMap(head => head.since ?? []).sort();
  if (own.some(({ missing }) => missing === undefined)) {
    return { since };
  }
  const telling = own.find(({ missing }) => missing !== nothing);
  return { since, missing: telling?.missing ?? nothing };
}
