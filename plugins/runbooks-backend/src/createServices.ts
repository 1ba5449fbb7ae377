import {
  AuthService,
  LoggerService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { SignalsService } from '@backstage/plugin-signals-node';
import { Clock } from '@fairlead/bulk-sql';
import {
  DatabaseEntityStore,
  EntityStreams,
  EntitySync,
} from '@fairlead/catalog-copy';
import { Knex } from 'knex';
import { COPIED_ENTITIES } from './catalog/entities/copiedEntities';
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
  streams?: EntityStreams;
}) {
  return {
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
