import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { searchIndexRegistryExtensionPoint } from '@backstage/plugin-search-backend-node/alpha';
import { readScheduleFromConfig } from '@fairlead/background-work';
import { runbooksServiceRef } from '@fairlead/backstage-plugin-runbooks-node';
import { RunbookCollatorFactory } from './RunbookCollatorFactory';

/**
 * Makes runbooks findable by their text, for those who may read what they are of.
 *
 * @public
 */
export const searchModuleRunbooks = createBackendModule({
  pluginId: 'search',
  moduleId: 'runbooks',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        index: searchIndexRegistryExtensionPoint,
        runbooks: runbooksServiceRef,
        scheduler: coreServices.scheduler,
      },
      async init({ config, index, runbooks, scheduler }) {
        index.addCollator({
          schedule: scheduler.createScheduledTaskRunner(
            readScheduleFromConfig(
              config,
              'search.collators.runbooks.schedule',
              {
                frequency: { minutes: 10 },
                timeout: { minutes: 15 },
                // The backends start first.
                initialDelay: { seconds: 15 },
              },
            ),
          ),
          factory: RunbookCollatorFactory.create({ runbooks }),
        });
      },
    });
  },
});
