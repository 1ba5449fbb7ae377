import {
  Aggregation,
  EntityMeasureValues,
  MEASURE_DEFINITIONS,
  MeasureDefinition,
} from '@fairlead/backstage-plugin-delivery-common';
import { FactDeclaration } from '@fairlead/backstage-plugin-scorecards-common';

/** What a measure came to, and the days that it is about. */
interface MeasureValue {
  value: EntityMeasureValues['values'][number];
  days: number;
}

/** One fact of each measure of an aggregation. */
interface FactKind {
  /** The last part of its id. */
  suffix: string;
  /** What its title adds to that of the measure. */
  title?: string;
  type: FactDeclaration['type'];
  unit: string;
  /** Undefined where there is no such number. */
  valueOf(measured: MeasureValue): number | undefined;
}

/** A measure as a fact. */
export interface MeasureFact extends FactKind {
  id: string;
  measure: MeasureDefinition;
}

/** So that a rule can ask for enough of them before it believes a number. */
const COUNT: FactKind = {
  suffix: 'n',
  title: 'number of samples',
  type: 'number',
  unit: 'count',
  valueOf: ({ value }) => value.n,
};

const KINDS: Record<Aggregation, FactKind[]> = {
  percentiles: [
    {
      suffix: 'p50',
      title: 'median',
      type: 'duration',
      unit: 'ms',
      valueOf: ({ value }) => value.percentiles?.p50,
    },
    {
      suffix: 'p90',
      title: 'nine of ten within',
      type: 'duration',
      unit: 'ms',
      valueOf: ({ value }) => value.percentiles?.p90,
    },
    COUNT,
  ],
  ratio: [
    {
      suffix: 'ratio',
      type: 'number',
      unit: 'ratio',
      valueOf: ({ value }) => value.value,
    },
    COUNT,
  ],
  weeklyRate: [
    {
      suffix: 'perWeek',
      type: 'number',
      unit: 'per week',
      valueOf: ({ value }) => value.value,
    },
    COUNT,
  ],
  sum: [
    {
      suffix: 'perWeek',
      title: 'a week',
      type: 'duration',
      unit: 'ms',
      valueOf: ({ value, days }) => (value.value * 7) / days,
    },
    COUNT,
  ],
};

/** All facts that delivery measures make. */
export const MEASURE_FACTS: readonly MeasureFact[] =
  MEASURE_DEFINITIONS.flatMap(measure =>
    KINDS[measure.aggregation].map(kind => ({
      ...kind,
      id: `delivery.${measure.id}.${kind.suffix}`,
      measure,
    })),
  );
