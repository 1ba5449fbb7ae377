import {
  AuthService,
  PermissionsService,
  RootConfigService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { readSendersFromConfig, Senders } from '@fairlead/backend-routes';
import { deliveryEventCreatePermission } from '@fairlead/backstage-plugin-delivery-common';
import { SourceCondition } from '../answers/sources/SourceCondition';

const CONFIG_KEY = 'delivery.senders';

/** Says who may send events and test reports. */
export function createEventSenders(options: {
  auth: AuthService;
  config: RootConfigService;
  holdsFor: SourceCondition;
  permissions: PermissionsService;
  userInfo: UserInfoService;
}): Senders {
  return Senders.create({
    ...options,
    configKey: CONFIG_KEY,
    permission: deliveryEventCreatePermission,
    senders: readSendersFromConfig(options.config, CONFIG_KEY),
  });
}
