import {
  RootConfigService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { readScheduleFromConfig } from '@fairlead/background-work';
import { EntitySync } from '@fairlead/catalog-copy';
import { RunbookRegistry } from '../records/registry';

/** Follows the catalog: its entities, and the runbooks that they name. */
export async function scheduleCatalogSync(options: {
  config: RootConfigService;
  entitySync: EntitySync;
  registry: RunbookRegistry;
  scheduler: SchedulerService;
}): Promise<void> {
  const { config, entitySync, registry, scheduler } = options;
  await scheduler.scheduleTask({
    ...readScheduleFromConfig(config, 'runbooks.entitySync.schedule', {
      frequency: { minutes: 1 },
      timeout: { minutes: 30 },
    }),
    id: 'sync-catalog',
    scope: 'global',
    fn: async signal => {
      await entitySync.run({ signal });
      await registry.run({ signal });
    },
  });
}
