import { MeasureUnit } from '@fairlead/backstage-plugin-delivery-common';
import { useNumberFormat } from '@fairlead/frontend-parts';
import { useMeasureFormat } from '../states';

/** Writes a value of a trend. Where the measure is a rate, a trend tells how many there were in a day or a week. */
export function useTrendFormat(): (value: number, unit: MeasureUnit) => string {
  const format = useMeasureFormat();
  const formatNumber = useNumberFormat();
  return (value, unit) =>
    unit === 'perWeek' ? formatNumber(value) : format(value, unit);
}
