import { createBackendModule } from '@backstage/backend-plugin-api';
import { runbooksServiceRef } from '@fairlead/backstage-plugin-runbooks-node';
import { factSourcesExtensionPoint } from '@fairlead/backstage-plugin-scorecards-node';
import { createRunbooksFactSource } from './createRunbooksFactSource';

/**
 * Makes what the runbooks backend knows of entities facts that scorecards can have rules on.
 *
 * @public
 */
export const scorecardsModuleRunbooks = createBackendModule({
  pluginId: 'scorecards',
  moduleId: 'runbooks',
  register(env) {
    env.registerInit({
      deps: {
        factSources: factSourcesExtensionPoint,
        runbooks: runbooksServiceRef,
      },
      async init({ factSources, runbooks }) {
        factSources.addFactSource(createRunbooksFactSource({ runbooks }));
      },
    });
  },
});
