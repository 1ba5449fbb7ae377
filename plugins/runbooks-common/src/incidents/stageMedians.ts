import { INCIDENT_STAGES, StageClock, StageMedian } from '../api';
import { percentile } from './percentile';

/** With less than so many, one incident more would turn the number over. */
const ENOUGH = { p50: 3, p90: 5 };

/**
 * Medians and 90th percentiles of each stage over several incidents. Means are not told: durations are skewed, and one
 * long night would be all that a mean says. Open and unknown clocks are part of no median, and counted beside it.
 *
 * @param incidents - the clocks of each
 * @public
 */
export function computeStageMedians(
  incidents: readonly (readonly StageClock[])[],
): StageMedian[] {
  return INCIDENT_STAGES.map(stage => {
    const clocks = incidents.flatMap(all =>
      all.filter(clock => clock.stage === stage),
    );
    const known = clocks
      .filter(({ state }) => state === 'known')
      .map(({ duration }) => duration ?? 0)
      .sort((a, b) => a - b);
    const count = (state: StageClock['state']) =>
      clocks.filter(clock => clock.state === state).length;
    return {
      stage,
      ...(known.length >= ENOUGH.p50 && { p50: percentile(known, 0.5) }),
      ...(known.length >= ENOUGH.p90 && { p90: percentile(known, 0.9) }),
      n: known.length,
      open: count('open'),
      unknown: count('unknown'),
    };
  });
}
