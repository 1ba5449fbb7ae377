import {
  RootConfigService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { readScheduleFromConfig } from '@fairlead/background-work';
import { EntitySync } from '@fairlead/catalog-copy';
import { RecordRematch } from '../records/matching';
import { RecordRenaming } from '../records/repositories';

/**
 * Follows the catalog, matches records again when what entities claim has changed, and moves them when their repositories
 * got other names.
 */
export async function scheduleCatalogSync(options: {
  config: RootConfigService;
  entitySync: EntitySync;
  /** Called after records were matched again. */
  onRematched?: () => void;
  rematch: RecordRematch;
  renaming: RecordRenaming;
  scheduler: SchedulerService;
}): Promise<void> {
  const { config, entitySync, onRematched, rematch, renaming, scheduler } =
    options;
  await scheduler.scheduleTask({
    ...readScheduleFromConfig(config, 'delivery.entitySync.schedule', {
      frequency: { minutes: 1 },
      timeout: { minutes: 30 },
    }),
    id: 'sync-catalog',
    scope: 'global',
    fn: async signal => {
      await entitySync.run({ signal });
    },
  });
  await scheduler.scheduleTask({
    frequency: { seconds: 5 },
    timeout: { minutes: 30 },
    id: 'rematch-records',
    scope: 'global',
    fn: async signal => {
      if ((await rematch.run({ signal })) > 0) {
        onRematched?.();
      }
    },
  });
  await scheduler.scheduleTask({
    frequency: { seconds: 5 },
    timeout: { minutes: 30 },
    id: 'rename-records',
    scope: 'global',
    fn: async signal => {
      if ((await renaming.run({ signal })) > 0) {
        onRematched?.();
      }
    },
  });
}
