import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';

/** What an operator reads who starts a portal without a policy. */
export const NO_POLICY = `
********************************************************************************
  NO PERMISSION POLICY IS INSTALLED: nobody may see or do anything here.
  In packages/backend/src/index.ts put a policy of yours in place of
  'permissionPolicy'. docs/permissions.md shows a complete one.
********************************************************************************`;

/** Keeps a portal closed for which nobody has said yet who may do what, and says so. */
export const permissionModuleClosedPolicy = createBackendModule({
  pluginId: 'permission',
  moduleId: 'closed-policy',
  register(env) {
    env.registerInit({
      deps: { logger: coreServices.logger, policy: policyExtensionPoint },
      async init({ logger, policy }) {
        logger.error(NO_POLICY);
        policy.setPolicy({
          handle: async () => ({ result: AuthorizeResult.DENY }),
        });
      },
    });
  },
});
