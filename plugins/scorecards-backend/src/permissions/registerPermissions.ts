import { PermissionsRegistryService } from '@backstage/backend-plugin-api';
import {
  RESOURCE_TYPE_SCORECARD_FACT_SOURCE,
  RESOURCE_TYPE_SCORECARD_RESULT,
  scorecardsPermissions,
} from '@fairlead/backstage-plugin-scorecards-common';
import {
  scorecardFactSourcePermissionResourceRef,
  scorecardFactSourceRules,
  scorecardResultPermissionResourceRef,
  scorecardResultRules,
} from '@fairlead/backstage-plugin-scorecards-node';
import { Knex } from 'knex';
import { readResultResources } from './readResultResources';

/** Tells the permission system about our permissions, and about results and sources of facts as resources with rules. */
export function registerPermissions(options: {
  db: Knex;
  permissionsRegistry: PermissionsRegistryService;
}): void {
  const { db, permissionsRegistry } = options;
  permissionsRegistry.addPermissions(permissionsOf(undefined));
  permissionsRegistry.addResourceType({
    resourceRef: scorecardResultPermissionResourceRef,
    permissions: permissionsOf(RESOURCE_TYPE_SCORECARD_RESULT),
    rules: Object.values(scorecardResultRules),
    getResources: refs => readResultResources(db, refs),
  });
  permissionsRegistry.addResourceType({
    resourceRef: scorecardFactSourcePermissionResourceRef,
    permissions: permissionsOf(RESOURCE_TYPE_SCORECARD_FACT_SOURCE),
    rules: Object.values(scorecardFactSourceRules),
    // Any name can be used as a source, so every requested name exists.
    getResources: async sources => sources.map(source => ({ source })),
  });
}

function permissionsOf(resourceType: string | undefined) {
  return scorecardsPermissions.filter(
    permission =>
      resourceType ===
      (permission.type === 'resource' ? permission.resourceType : undefined),
  );
}
