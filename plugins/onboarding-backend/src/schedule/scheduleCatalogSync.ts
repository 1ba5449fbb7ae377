import {
  RootConfigService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { readScheduleFromConfig } from '@fairlead/background-work';
import { EntitySync } from '@fairlead/catalog-copy';

/** Follows the catalog. */
export async function scheduleCatalogSync(options: {
  config: RootConfigService;
  entitySync: EntitySync;
  scheduler: SchedulerService;
}): Promise<void> {
  const { config, entitySync, scheduler } = options;
  await scheduler.scheduleTask({
    ...readScheduleFromConfig(config, 'onboarding.entitySync.schedule', {
      frequency: { minutes: 1 },
      timeout: { minutes: 30 },
    }),
    id: 'sync-catalog',
    scope: 'global',
    fn: async signal => {
      await entitySync.run({ signal });
    },
  });
}
