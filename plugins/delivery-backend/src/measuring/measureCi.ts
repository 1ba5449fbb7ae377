import {
  collectJobTrials,
  collectMeasure,
  DeliveryRecord,
  HistoryOptions,
  readHistory,
} from '@fairlead/backstage-plugin-delivery-common';
import { encodeJobs } from './jobDay';
import { MeasuredDays } from './MeasuredDays';

/** Measures jobs and tests, over their records of a stretch of days and the runs and approvals beside them. */
export function measureCi(
  records: readonly DeliveryRecord[],
  options: HistoryOptions,
  localDay: (instant: string) => string,
): MeasuredDays {
  const history = readHistory(records, options);
  const days = new MeasuredDays({ localDay });
  for (const id of ['ci.queue', 'ci.flakyJobs', 'ci.flakyTests'] as const) {
    days.add(id, collectMeasure(id, history));
  }
  days.addBy('jobs', collectJobTrials(history), {
    dayOf: ({ at }) => localDay(at),
    encode: encodeJobs,
  });
  return days;
}
