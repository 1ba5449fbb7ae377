import { INSUFFICIENT_REASONS } from '@fairlead/backstage-plugin-delivery-common';
import { MeasureHead, MeasureHeads } from '../../measuring/MeasuredDays';
import { StoredMeasure } from '../../measuring/storedMeasures';
import { emptyHeads } from './emptyHeads';

const REASONS = Object.keys(INSUFFICIENT_REASONS);

/**
 * What of a measure of several entities belongs to no day. A reason holds for all of them together if one holds for each;
 * of several the one is told that knows of most. Where one of them has changes and another deployments, what is missing
 * are not changes.
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
  const [missing = nothing] = own
    .flatMap(head => head.missing ?? [])
    .sort((a, b) => REASONS.indexOf(b) - REASONS.indexOf(a));
  const hasChanges = heads.some(({ waits }) => waits?.since !== undefined);
  return {
    since,
    missing:
      missing === 'no-changes' && hasChanges ? 'none-delivered' : missing,
  };
}
