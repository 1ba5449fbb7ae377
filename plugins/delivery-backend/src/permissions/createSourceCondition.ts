import { PermissionsRegistryService } from '@backstage/backend-plugin-api';
import { createConditionAuthorizer } from '@backstage/plugin-permission-node';
import { deliverySourcePermissionResourceRef } from '@fairlead/backstage-plugin-delivery-node';
import { SourceCondition } from '../answers/sources/SourceCondition';

/** Applies the conditions that policies put on sources. The permissions must be registered by then. */
export function createSourceCondition(options: {
  permissionsRegistry: PermissionsRegistryService;
}): SourceCondition {
  const holds = createConditionAuthorizer(
    options.permissionsRegistry.getPermissionRuleset(
      deliverySourcePermissionResourceRef,
    ),
  );
  return (decision, source) => holds(decision, { source });
}
