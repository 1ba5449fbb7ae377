import {
  AuthService,
  PermissionsRegistryService,
  PermissionsService,
  RootConfigService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { createConditionAuthorizer } from '@backstage/plugin-permission-node';
import { readSendersFromConfig, Senders } from '@fairlead/backend-routes';
import { scorecardsFactCreatePermission } from '@fairlead/backstage-plugin-scorecards-common';
import { scorecardFactSourcePermissionResourceRef } from '@fairlead/backstage-plugin-scorecards-node';

const CONFIG_KEY = 'scorecards.senders';

/** Says who may send facts as which source. Its permission must be registered by then. */
export function createFactSenders(options: {
  auth: AuthService;
  config: RootConfigService;
  permissions: PermissionsService;
  permissionsRegistry: PermissionsRegistryService;
  userInfo: UserInfoService;
}): Senders {
  const { config, permissionsRegistry } = options;
  const holds = createConditionAuthorizer(
    permissionsRegistry.getPermissionRuleset(
      scorecardFactSourcePermissionResourceRef,
    ),
  );
  return Senders.create({
    ...options,
    configKey: CONFIG_KEY,
    holdsFor: (decision, source) => holds(decision, { source }),
    permission: scorecardsFactCreatePermission,
    senders: readSendersFromConfig(config, CONFIG_KEY),
  });
}
