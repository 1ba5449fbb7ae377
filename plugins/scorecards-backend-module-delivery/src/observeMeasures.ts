import { EntityMeasureValues } from '@fairlead/backstage-plugin-delivery-common';
import { ObservedFacts } from '@fairlead/backstage-plugin-scorecards-node';
import { MEASURE_FACTS } from './measureFacts';

/**
 * The facts of an entity. What it has no data for is absent, never zero: checks on it have no data then.
 *
 * @remarks
 * They hold as of now, since values are made when they are read. The time of the measurement would not do: a value that
 * is read again unchanged has to be kept from turning stale.
 */
export function observeMeasures(entity: EntityMeasureValues): ObservedFacts {
  const { entityRef, days } = entity;
  const measured = new Map(entity.values.map(value => [value.id, value]));
  const values: Record<string, number> = {};
  const absent: string[] = [];
  for (const { id, measure, valueOf } of MEASURE_FACTS) {
    const value = measured.get(measure.id);
    const amount = value && valueOf({ value, days });
    if (amount === undefined) {
      absent.push(id);
    } else {
      values[id] = amount;
    }
  }
  return { entityRef, values, absent };
}
