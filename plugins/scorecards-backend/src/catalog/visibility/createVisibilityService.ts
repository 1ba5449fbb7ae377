import {
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { createConditionTransformer } from '@backstage/plugin-permission-node';
import { scorecardResultPermissionResourceRef } from '@fairlead/backstage-plugin-scorecards-node';
import { Knex } from 'knex';
import { DatabaseScoredEntities } from './DatabaseScoredEntities';
import { DefaultVisibilityService } from './DefaultVisibilityService';
import { VisibilityService } from './VisibilityService';

/** The visibility service of a running backend. Result permissions must be registered by then. */
export function createVisibilityService(options: {
  catalog: CatalogService;
  db: Knex;
  permissions: PermissionsService;
  permissionsRegistry: PermissionsRegistryService;
}): VisibilityService {
  const { catalog, db, permissions, permissionsRegistry } = options;
  return DefaultVisibilityService.create({
    catalog,
    permissions,
    scored: DatabaseScoredEntities.create({ db }),
    transformConditions: createConditionTransformer(
      permissionsRegistry.getPermissionRuleset(
        scorecardResultPermissionResourceRef,
      ),
    ),
  });
}
