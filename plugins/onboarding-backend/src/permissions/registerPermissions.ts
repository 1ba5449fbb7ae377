import { PermissionsRegistryService } from '@backstage/backend-plugin-api';
import { onboardingPermissions } from '@fairlead/backstage-plugin-onboarding-common';

/** Tells the permission system about our permissions. */
export function registerPermissions(options: {
  permissionsRegistry: PermissionsRegistryService;
}): void {
  options.permissionsRegistry.addPermissions(onboardingPermissions);
}
