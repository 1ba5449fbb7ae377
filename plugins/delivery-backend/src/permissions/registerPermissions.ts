import { PermissionsRegistryService } from '@backstage/backend-plugin-api';
import {
  deliveryPermissions,
  RESOURCE_TYPE_DELIVERY_SOURCE,
} from '@fairlead/backstage-plugin-delivery-common';
import {
  deliverySourcePermissionResourceRef,
  deliverySourceRules,
} from '@fairlead/backstage-plugin-delivery-node';
import { SourceRegistry } from '../intake/sources/SourceRegistry';

/** Tells the permission system about our permissions, and about sources as a resource with rules. */
export function registerPermissions(options: {
  permissionsRegistry: PermissionsRegistryService;
  sources: SourceRegistry;
}): void {
  const { permissionsRegistry, sources } = options;
  permissionsRegistry.addPermissions(permissionsOf(undefined));
  permissionsRegistry.addResourceType({
    resourceRef: deliverySourcePermissionResourceRef,
    permissions: permissionsOf(RESOURCE_TYPE_DELIVERY_SOURCE),
    rules: Object.values(deliverySourceRules),
    getResources: async ids =>
      ids.map(id => (sources.get(id) ? { source: id } : undefined)),
  });
}

function permissionsOf(resourceType: string | undefined) {
  return deliveryPermissions.filter(
    permission =>
      resourceType ===
      (permission.type === 'resource' ? permission.resourceType : undefined),
  );
}
