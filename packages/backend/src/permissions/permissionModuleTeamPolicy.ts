import { createBackendModule } from '@backstage/backend-plugin-api';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import { TeamPermissionPolicy } from './TeamPermissionPolicy';

/** Installs the policy that docs/permissions.md shows. */
export const permissionModuleTeamPolicy = createBackendModule({
  pluginId: 'permission',
  moduleId: 'team-policy',
  register(env) {
    env.registerInit({
      deps: { policy: policyExtensionPoint },
      async init({ policy }) {
        policy.setPolicy(new TeamPermissionPolicy());
      },
    });
  },
});
