import { EntityMeasureValues } from '@fairlead/backstage-plugin-delivery-common';
import { ObservedFacts } from '@fairlead/backstage-plugin-scorecards-node';
import { MEASURE_FACTS } from './measureFacts';
import { SLOWEST_JOB_FACTS } from './slowestJobFacts';

/**
 * The facts of an entity. What it has no data for is absent, never zero: checks on it have no data then.
 *
 * @remarks
 * They hold as of now, since values are made when they are read. The time of the measurement would not do: a value that
 * is read again unchanged has to be kept from turning stale.
 */
export function observeMeasures(entity: EntityMeasureValues): ObservedFacts {
  const { entityRef, days, slowestJob } = entity;
  const measured = new Map(entity.values.map(value => [value.id, value]));
  const values: Record<string, number | string> = {};
  const absent: string[] = [];
  const tell = (id: string, value: number | string | undefined) => {
    if (value === undefined) {
      absent.push(id);
    } else {
      values[id] = value;
    }
  };
  for (const { id, measure, valueOf } of MEASURE_FACTS) {
    const value = measured.get(measure.id);
    tell(id, value && valueOf({ value, days }));
  }
  for (const { id, valueOf } of SLOWEST_JOB_FACTS) {
    tell(id, slowestJob && valueOf(slowestJob));
  }
  return { entityRef, values, absent };
}
