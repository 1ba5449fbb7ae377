import {
  RootConfigService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { RecordRematch } from '../matching';
import { readScheduleFromConfig } from '@fairlead/background-work';
import { EntitySync } from './EntitySync';

/** Follows the catalog, and matches records again when what entities claim has changed. */
export async function scheduleCatalogSync(options: {
  config: RootConfigService;
  entitySync: EntitySync;
  /** Called after records were matched again. */
  onRematched?: () => void;
  rematch: RecordRematch;
  scheduler: SchedulerService;
}): Promise<void> {
  const { config, entitySync, onRematched, rematch, scheduler } = options;
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
}
