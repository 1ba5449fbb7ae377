import { SchedulerService } from '@backstage/backend-plugin-api';
import { Measuring } from '../measuring/Measuring';
import { MeasureOptions } from '../measuring/readMeasureOptions';

/** The task that measures what is out of date. */
export const MEASURE = 'measure';

/** Measures in every process; claims keep them apart. What was nudged does not wait for it. */
export async function scheduleMeasuring(options: {
  measureOptions: MeasureOptions;
  measuring: Measuring;
  scheduler: SchedulerService;
}): Promise<void> {
  const { measureOptions, measuring, scheduler } = options;
  await scheduler.scheduleTask({
    id: MEASURE,
    scope: 'local',
    frequency: { milliseconds: Math.max(1_000, measureOptions.interval) },
    timeout: { hours: 1 },
    fn: async signal => {
      await measuring.run({ signal });
    },
  });
}
