import {
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { createConditionTransformer } from '@backstage/plugin-permission-node';
import { EntityStreams } from '@fairlead/catalog-copy';
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
  streams?: EntityStreams;
}): VisibilityService {
  const { db, permissionsRegistry } = options;
  return DefaultVisibilityService.create({
    ...options,
    scored: DatabaseScoredEntities.create({ db }),
    transformConditions: createConditionTransformer(
      permissionsRegistry.getPermissionRuleset(
        scorecardResultPermissionResourceRef,
      ),
    ),
  });
}
