import { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import {
  ContributionSource,
  FactJudge,
} from '@fairlead/backstage-plugin-onboarding-node';
import { Clock } from '@fairlead/bulk-sql';
import {
  DatabaseEntityStore,
  EntityStreams,
  EntitySync,
} from '@fairlead/catalog-copy';
import { Knex } from 'knex';
import { COPIED_ENTITIES } from './catalog/entities/copiedEntities';
import { TaskGenerating } from './judging/generating';
import { JourneyStarting } from './judging/starting';
import { DatabaseJourneys } from './records/journeys';
import { createContributionIntake, Identities } from './intake/contributions';
import { FactVerifying, RecordVerifying } from './judging/verifying';

/** Builds what works in the background. Nothing runs yet. */
export function createServices(options: {
  auth: AuthService;
  catalog: CatalogService;
  clock?: Clock;
  db: Knex;
  /** Undefined where no module judges facts. */
  judge: FactJudge | undefined;
  logger: LoggerService;
  sources: readonly ContributionSource[];
  streams?: EntityStreams;
}) {
  return {
    contributions: createContributionIntake(options),
    entitySync: EntitySync.create({
      ...options,
      definition: COPIED_ENTITIES,
      entities: DatabaseEntityStore.create({
        ...options,
        definition: COPIED_ENTITIES,
      }),
    }),
    generating: TaskGenerating.create(options),
    journeys: DatabaseJourneys.create(options),
    starting: JourneyStarting.create(options),
    factVerifying: FactVerifying.create(options),
    identities: Identities.create(options),
    recordVerifying: RecordVerifying.create(options),
  };
}
