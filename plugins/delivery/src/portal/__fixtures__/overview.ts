import {
  definitionOf,
  MeasureId,
  MeasureSpread,
  OverviewResponse,
  TeamOverview,
  WAIT_KINDS,
} from '@fairlead/backstage-plugin-delivery-common';
import { entityMeasures, WINDOW } from '../../__fixtures__';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** The spread of a measure around a middle. */
export function spread(
  id: MeasureId,
  middle: number,
  changes: Partial<MeasureSpread> = {},
): MeasureSpread {
  const { unit, aggregation } = definitionOf(id);
  return {
    id,
    state: 'ok',
    unit,
    n: 40,
    value: middle,
    ...(aggregation === 'percentiles' && {
      p25: 0.4 * middle,
      p50: middle,
      p75: 1.9 * middle,
      p90: 3.5 * middle,
    }),
    ...changes,
  };
}

/** A team whose work takes `pace` times as long as usual. */
export function team(
  name: string,
  pace: number,
  changes: Partial<TeamOverview> = {},
): TeamOverview {
  return {
    entityRef: `group:default/${name}`,
    entities: 4,
    measures: [
      spread('leadTime', pace * 2 * DAY),
      spread('deploymentFrequency', 6 / pace),
      spread('changeFailRate', Math.min(1, pace * 0.06)),
      spread('recoveryTime', pace * 3 * HOUR, { n: 3 }),
    ],
    wait: { kind: 'reviewPickup', share: 0.41, n: 40 },
    ...changes,
  };
}

/** A team of which nothing is known. */
export function unknownTeam(name: string): TeamOverview {
  return team(name, 1, {
    measures: [
      {
        id: 'leadTime',
        state: 'insufficient-data',
        unit: 'ms',
        n: 0,
      },
    ],
    wait: undefined,
  });
}

/** Teams by name, each at another pace. */
export function teams(count: number): TeamOverview[] {
  return Array.from({ length: count }, (_, index) =>
    team(
      `team-${String(index).padStart(3, '0')}`,
      0.3 + ((index * 7) % 10) / 3,
    ),
  );
}

/** An organisation that waits for review. */
export function overview(
  changes: Partial<OverviewResponse> = {},
): OverviewResponse {
  const { fewest, measures, waits, waitCounts, sentence, lostPerWeek } =
    entityMeasures();
  return {
    window: WINDOW,
    view: 'then',
    computedAt: '2026-11-20T11:58:00.000Z',
    entities: 58,
    fewest,
    measures,
    waits,
    waitCounts,
    sentence,
    lostPerWeek,
    teams: [
      team('checkout', 1, { title: 'Checkout' }),
      team('search', 2.2),
      unknownTeam('legacy-manifest'),
    ],
    ...changes,
  };
}

/** An organisation of which nothing is known. */
export function unknownOverview(): OverviewResponse {
  return overview({
    measures: overview().measures.map(measure => ({
      ...measure,
      state: 'insufficient-data',
      value: undefined,
      reason: 'no-deployments',
    })),
    waits: WAIT_KINDS.map(kind => ({
      kind,
      reason: 'none-in-window',
      n: 0,
      of: 0,
      open: 0,
    })),
    waitCounts: {
      state: 'insufficient-data',
      reason: 'none-in-window',
      n: 0,
      codingUnknown: 0,
      open: 0,
    },
    sentence: null,
    lostPerWeek: undefined,
    teams: [unknownTeam('checkout')],
  });
}
