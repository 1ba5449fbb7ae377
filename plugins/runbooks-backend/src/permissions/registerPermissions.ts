import { PermissionsRegistryService } from '@backstage/backend-plugin-api';
import { runbooksPermissions } from '@fairlead/backstage-plugin-runbooks-common';

/** Tells the permission system about our permissions. */
export function registerPermissions(options: {
  permissionsRegistry: PermissionsRegistryService;
}): void {
  options.permissionsRegistry.addPermissions(runbooksPermissions);
}
