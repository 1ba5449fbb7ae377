import {
  FEWEST_FOR_VERDICT,
  MEASURE_DEFINITIONS,
  MeasureId,
  MeasureSpread,
  TeamOverview,
} from '@fairlead/backstage-plugin-delivery-common';

/** Whether there are enough samples to tell how they are spread. */
export function hasSpread(spread: MeasureSpread): boolean {
  return spread.p25 !== undefined && spread.n >= FEWEST_FOR_VERDICT;
}

/** The spread of a measure over a team; undefined where nothing is known. */
export function spreadOf(
  team: TeamOverview,
  measure: MeasureId,
): MeasureSpread | undefined {
  const spread = team.measures.find(({ id }) => id === measure);
  return spread?.state === 'ok' ? spread : undefined;
}

/** The measures that any of some teams has something to say about, and the one that is chosen. */
export function comparable(
  teams: readonly TeamOverview[],
  chosen: MeasureId,
): MeasureId[] {
  const told = new Set(
    teams.flatMap(({ measures }) => measures.map(({ id }) => id)),
  );
  return MEASURE_DEFINITIONS.map(({ id }) => id).filter(
    id => told.has(id) || id === chosen,
  );
}
