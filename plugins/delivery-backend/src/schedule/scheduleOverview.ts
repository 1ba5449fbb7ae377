import { SchedulerService } from '@backstage/backend-plugin-api';
import { MeasureOptions } from '../measuring/readMeasureOptions';
import { SummaryStore } from '../answers/summaries/SummaryStore';
import { DatabaseOverview } from '../answers/overview';

/** The task that keeps the overview up to date. */
export const REFRESH_OVERVIEW = 'refresh-overview';

/** How often it looks whether the overview is out of date. What was never measured before shall not wait for long. */
const LOOKS_EVERY = 30_000;

/** Computes the overview before anybody asks, in one process, and forgets kept answers that nobody asks for. */
export async function scheduleOverview(options: {
  measureOptions: MeasureOptions;
  overview: DatabaseOverview;
  scheduler: SchedulerService;
  summaries: SummaryStore;
}): Promise<void> {
  const { measureOptions, overview, scheduler, summaries } = options;
  await scheduler.scheduleTask({
    id: REFRESH_OVERVIEW,
    scope: 'global',
    frequency: {
      milliseconds: Math.max(
        5_000,
        Math.min(LOOKS_EVERY, measureOptions.overviewInterval),
      ),
    },
    initialDelay: { seconds: 10 },
    timeout: { hours: 1 },
    fn: async () => {
      await overview.refresh();
      await summaries.prune();
    },
  });
}
