import {
  AuthService,
  LoggerService,
  RootConfigService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { Clock } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import {
  AuthorizedFriction,
  DatabaseFrictionStore,
  readFrictionLimitsFromConfig,
} from './intake/friction';
import { Marking } from './records/changedDays/markChangedDays';
import { RecordRematch } from './records/matching';
import { VisibilityService } from './catalog/visibility';
import { DatabaseEntityStore } from './catalog/entities/DatabaseEntityStore';
import { EntitySync } from './catalog/entities/EntitySync';
import { HashPerson } from './catalog/entities/readEntity';

/** Builds what follows the catalog, and what engineers report of its entities. Nothing runs yet. */
export function createCatalogServices(options: {
  auth: AuthService;
  catalog: CatalogService;
  clock?: Clock;
  config: RootConfigService;
  /** What sources read with: persons must get the same names here. */
  context: { person: HashPerson };
  db: Knex;
  logger: LoggerService;
  userInfo: UserInfoService;
  visibility: VisibilityService;
  marking: Marking;
  zone: string;
}) {
  return {
    entitySync: EntitySync.create({
      ...options,
      ...options.context,
      entities: DatabaseEntityStore.create(options),
    }),
    friction: AuthorizedFriction.create({
      ...options,
      friction: DatabaseFrictionStore.create({
        ...options,
        limits: readFrictionLimitsFromConfig(options.config),
      }),
    }),
    rematch: RecordRematch.create(options),
  };
}
