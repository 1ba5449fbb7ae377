import { PermissionsRegistryService } from '@backstage/backend-plugin-api';
import {
  RESOURCE_TYPE_SCORECARD_RESULT,
  scorecardsPermissions,
} from '@fairlead/backstage-plugin-scorecards-common';
import {
  scorecardResultPermissionResourceRef,
  scorecardResultRules,
} from '@fairlead/backstage-plugin-scorecards-node';
import { Knex } from 'knex';
import { readResultResources } from './readResultResources';

/** Tells the permission system about our permissions, and about results as a resource with rules. */
export function registerPermissions(options: {
  db: Knex;
  permissionsRegistry: PermissionsRegistryService;
}): void {
  const { db, permissionsRegistry } = options;
  const [ofResults, others] = [true, false].map(wanted =>
    scorecardsPermissions.filter(
      permission =>
        wanted ===
        (permission.type === 'resource' &&
          permission.resourceType === RESOURCE_TYPE_SCORECARD_RESULT),
    ),
  );
  permissionsRegistry.addPermissions(others);
  permissionsRegistry.addResourceType({
    resourceRef: scorecardResultPermissionResourceRef,
    permissions: ofResults,
    rules: Object.values(scorecardResultRules),
    getResources: refs => readResultResources(db, refs),
  });
}
