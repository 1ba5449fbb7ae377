import {
  AuthService,
  LoggerService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { OperationsSource } from '@fairlead/backstage-plugin-runbooks-node';
import { SignalsService } from '@backstage/plugin-signals-node';
import { Clock } from '@fairlead/bulk-sql';
import {
  DatabaseEntityStore,
  EntityStreams,
  EntitySync,
} from '@fairlead/catalog-copy';
import { Knex } from 'knex';
import { COPIED_ENTITIES } from './catalog/entities/copiedEntities';
import { OperationsIntake } from './intake/operations';
import { RunbookChoosing } from './judging/choosing';
import { AlertWriter, readPagingRulesFromConfig } from './records/alerts';
import { DeploymentWriter } from './records/deployments';
import { RunbookRegistry } from './records/registry';
import { createUseSignals, DatabaseUses } from './records/uses';
import { DatabaseVerifications } from './records/verifications';

/** Builds what works in the background. Nothing runs yet. */
export function createServices(options: {
  auth: AuthService;
  catalog: CatalogService;
  clock?: Clock;
  config: RootConfigService;
  db: Knex;
  logger: LoggerService;
  signals: SignalsService;
  sources: readonly OperationsSource[];
  streams?: EntityStreams;
}) {
  const pagingRules = readPagingRulesFromConfig(options.config);
  return {
    choosing: RunbookChoosing.create({
      ...options,
      portalUrl: options.config.getOptionalString('app.baseUrl'),
    }),
    operations: OperationsIntake.create({
      ...options,
      writers: [AlertWriter.create({ pagingRules }), DeploymentWriter.create()],
    }),
    pagingRules,
    registry: RunbookRegistry.create({
      ...options,
      portalUrl: options.config.getOptionalString('app.baseUrl'),
    }),
    entitySync: EntitySync.create({
      ...options,
      definition: COPIED_ENTITIES,
      entities: DatabaseEntityStore.create({
        ...options,
        definition: COPIED_ENTITIES,
      }),
    }),
    uses: DatabaseUses.create({
      ...options,
      onChange: createUseSignals(options),
    }),
    verifications: DatabaseVerifications.create(options),
  };
}
