import { MetricsService } from '@backstage/backend-plugin-api/alpha';
import { FactSourceStatus } from '@fairlead/backstage-plugin-scorecards-common';

/** Counts what the plugin does, for metrics. */
export interface Instruments {
  /** A batch of entities was judged: because they were due, or all of them since a definition changed. */
  evaluated(
    mode: 'queue' | 'bulk',
    batch: { entities: number; milliseconds: number },
  ): void;

  /** Entries of facts came, from a scheduled source or, without one, from outside. */
  factsPut(
    scheduledSource: string | undefined,
    entries: { taken: number; refused: number },
  ): void;

  sourceRan(
    sourceId: string,
    outcome: NonNullable<FactSourceStatus['lastOutcome']>,
  ): void;
}

/** Instruments of OpenTelemetry; see docs/operator.md for what each counts. */
export function createInstruments(metrics: MetricsService): Instruments {
  const entities = metrics.createCounter('scorecards.evaluation.entities', {
    description: 'Entities judged',
    unit: '{entity}',
  });
  const duration = metrics.createHistogram('scorecards.evaluation.duration', {
    description: 'Time to judge a batch of at most 50 entities and store it',
    unit: 's',
  });
  const taken = metrics.createCounter('scorecards.facts.taken', {
    description: 'Entries of facts that were taken',
    unit: '{entry}',
  });
  const refused = metrics.createCounter('scorecards.facts.refused', {
    description: 'Entries of facts that were refused',
    unit: '{entry}',
  });
  const runs = metrics.createCounter('scorecards.source.runs', {
    description: 'Runs of fact sources',
    unit: '{run}',
  });
  return {
    evaluated(mode, batch) {
      entities.add(batch.entities, { mode });
      duration.record(batch.milliseconds / 1_000, { mode });
    },
    factsPut(scheduledSource, entries) {
      // Senders choose the names of their sources: as attributes, these would be without bound.
      const source = scheduledSource ?? 'sent';
      taken.add(entries.taken, { source });
      refused.add(entries.refused, { source });
    },
    sourceRan(source, outcome) {
      runs.add(1, { source, outcome });
    },
  };
}
