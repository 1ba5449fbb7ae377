import {
  RootConfigService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { readScheduleFromConfig } from '@fairlead/background-work';
import { PullRunner } from '../intake/pulls/PullRunner';
import { SourceRegistry } from '../intake/sources/SourceRegistry';

/** The task that goes on with backfills. */
export const RUN_BACKFILLS = 'run-backfills';

interface PullScheduleOptions {
  config: RootConfigService;
  pulls: PullRunner;
  scheduler: SchedulerService;
  sources: SourceRegistry;
}

/**
 * Asks the sources that can be asked, each in one process at a time: by themselves unless `delivery.reconcile.enabled`
 * is false, and whenever somebody asks for a backfill.
 */
export async function schedulePulls(
  options: PullScheduleOptions,
): Promise<void> {
  const { config, pulls, scheduler } = options;
  if (config.getOptionalBoolean('delivery.reconcile.enabled') ?? true) {
    await scheduleReconciliations(options);
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

async function scheduleReconciliations(
  options: PullScheduleOptions,
): Promise<void> {
  const { config, pulls, scheduler, sources } = options;
  const schedule = readScheduleFromConfig(
    config,
    'delivery.reconcile.schedule',
    {
      frequency: { hours: 1 },
      timeout: { minutes: 55 },
      // Pulls ask for what entities name, so the catalog must be copied first.
      initialDelay: { minutes: 2 },
    },
  );
  for (const source of sources.list()) {
    if (source.pull) {
      await scheduler.scheduleTask({
        ...schedule,
        id: `reconcile-${source.id}`,
        scope: 'global',
        fn: signal => pulls.reconcile(source, { signal }),
      });
    }
  }
}
