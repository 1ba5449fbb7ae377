import { SchedulerService } from '@backstage/backend-plugin-api';
import { ValuesComputing } from '../judging/values';

/** Computes what other backends are told of teams and tracks, soon after anything of it changed. */
export async function scheduleValues(options: {
  scheduler: SchedulerService;
  values: ValuesComputing;
}): Promise<void> {
  const { scheduler, values } = options;
  await scheduler.scheduleTask({
    id: 'compute-values',
    // All journeys of a track are read for its values, and a burst of records changes many of them: not too often.
    frequency: { minutes: 1 },
    timeout: { minutes: 30 },
    scope: 'global',
    fn: async signal => {
      await values.run({ signal });
    },
  });
}
