import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { Clock } from '@fairlead/bulk-sql';
import {
  DatabaseEntityStore,
  EntityStreams,
  EntitySync,
} from '@fairlead/catalog-copy';
import { Knex } from 'knex';
import { COPIED_ENTITIES } from './catalog/entities/copiedEntities';

/** Builds what works in the background. Nothing runs yet. */
export function createServices(options: {
  auth: AuthService;
  catalog: CatalogService;
  clock?: Clock;
  db: Knex;
  logger: LoggerService;
  streams?: EntityStreams;
}) {
  return {
    entitySync: EntitySync.create({
      ...options,
      definition: COPIED_ENTITIES,
      entities: DatabaseEntityStore.create({
        ...options,
        definition: COPIED_ENTITIES,
      }),
    }),
  };
}
