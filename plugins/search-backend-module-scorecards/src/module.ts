import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { searchIndexRegistryExtensionPoint } from '@backstage/plugin-search-backend-node/alpha';
import { readScheduleFromConfig } from '@fairlead/background-work';
import { ScorecardCollatorFactory } from './ScorecardCollatorFactory';

/**
 * Makes scorecards and their checks findable by what their definitions say, for those who may read these in the catalog.
 *
 * @public
 */
export const searchModuleScorecards = createBackendModule({
  pluginId: 'search',
  moduleId: 'scorecards',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        index: searchIndexRegistryExtensionPoint,
        scheduler: coreServices.scheduler,
      },
      async init({ auth, catalog, config, index, scheduler }) {
        index.addCollator({
          schedule: scheduler.createScheduledTaskRunner(
            readScheduleFromConfig(
              config,
              'search.collators.scorecards.schedule',
              {
                frequency: { minutes: 10 },
                timeout: { minutes: 15 },
                // The catalog starts first.
                initialDelay: { seconds: 15 },
              },
            ),
          ),
          factory: ScorecardCollatorFactory.create({ auth, catalog }),
        });
      },
    });
  },
});
