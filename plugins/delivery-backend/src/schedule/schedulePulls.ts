import {
  RootConfigService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { PullRunner } from '../pulls/PullRunner';
import { SourceRegistry } from '../sources/SourceRegistry';
import { readScheduleFromConfig } from './readSchedule';

/** The task that goes on with backfills. */
export const RUN_BACKFILLS = 'run-backfills';

/** Asks the sources that can be asked, each in one process at a time. */
export async function schedulePulls(options: {
  config: RootConfigService;
  pulls: PullRunner;
  scheduler: SchedulerService;
  sources: SourceRegistry;
}): Promise<void> {
  const { config, pulls, scheduler } = options;
  const schedule = readScheduleFromConfig(
    config,
    'delivery.reconcile.schedule',
    {
      frequency: { hours: 1 },
      timeout: { minutes: 55 },
      // The catalog has to be known before anything can be asked for.
      initialDelay: { minutes: 2 },
    },
  );
  for (const source of options.sources.list()) {
    if (source.pull) {
      await scheduler.scheduleTask({
        ...schedule,
        id: `reconcile-${source.id}`,
        scope: 'global',
        fn: signal => pulls.reconcile(source, { signal }),
      });
    }
  }
  await scheduler.scheduleTask({
    id: RUN_BACKFILLS,
    frequency: { minutes: 1 },
    timeout: { hours: 6 },
    initialDelay: { minutes: 1 },
    scope: 'global',
    fn: signal => pulls.backfill({ signal }),
  });
}
