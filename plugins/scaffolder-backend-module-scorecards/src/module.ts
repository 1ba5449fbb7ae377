import { createBackendModule } from '@backstage/backend-plugin-api';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { scorecardsServiceRef } from '@fairlead/backstage-plugin-scorecards-node';
import { createAssertLevelAction } from './createAssertLevelAction';

/**
 * Adds the action `fairlead:scorecards:assert-level` to templates.
 *
 * @public
 */
export const scaffolderModuleScorecards = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'scorecards',
  register(env) {
    env.registerInit({
      deps: {
        actions: scaffolderActionsExtensionPoint,
        scorecards: scorecardsServiceRef,
      },
      async init({ actions, scorecards }) {
        actions.addActions(createAssertLevelAction({ scorecards }));
      },
    });
  },
});
