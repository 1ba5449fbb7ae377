import { MeasureResult } from '../measures';
import { BAND_EDITIONS } from './editions';
import { BandEdition, BandName } from './types';

/** The fewest samples for which a band is told. @public */
export const FEWEST_FOR_BAND = 5;

const HOLDS = {
  '<': (value: number, limit: number) => value < limit,
  '<=': (value: number, limit: number) => value <= limit,
  '>=': (value: number, limit: number) => value >= limit,
};

/**
 * The band of a measure in a chosen edition. Undefined if there is no value, if there are fewer than five samples, or if
 * the edition has no bands for the measure that follow on each other.
 *
 * @public
 */
export function bandOf(
  result: Pick<MeasureResult, 'id' | 'value' | 'parts' | 'n'>,
  edition: BandEdition,
): BandName | undefined {
  const scale = BAND_EDITIONS[edition].scales[result.id];
  if (scale?.kind !== 'thresholds' || result.n < FEWEST_FOR_BAND) {
    return undefined;
  }
  const value = scale.part ? result.parts?.[scale.part] : result.value;
  return value === undefined
    ? undefined
    : scale.bands.find(
        ({ test, limit }) =>
          test === undefined || HOLDS[test](value, limit as number),
      )?.band;
}
