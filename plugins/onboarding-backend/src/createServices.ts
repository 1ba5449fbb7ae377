import {
  AuthService,
  DiscoveryService,
  LoggerService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
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
import { TrackComposer } from './records/tracks';
import { createContributionIntake, Identities } from './intake/contributions';
import { createScaffolder } from './intake/scaffolder';
import { RunFollowing } from './judging/runs';
import { FactVerifying, RecordVerifying } from './judging/verifying';
import { TemplateRuns } from './records/runs';

/** Builds what works in the background. Nothing runs yet. */
export function createServices(options: {
  auth: AuthService;
  catalog: CatalogService;
  clock?: Clock;
  config: RootConfigService;
  db: Knex;
  discovery: DiscoveryService;
  /** Undefined where no module judges facts. */
  judge: FactJudge | undefined;
  logger: LoggerService;
  sources: readonly ContributionSource[];
  streams?: EntityStreams;
}) {
  const scaffolder = createScaffolder(options);
  return {
    composer: TrackComposer.create(options),
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
    runFollowing: RunFollowing.create({
      ...options,
      portalUrl: options.config.getOptionalString('app.baseUrl'),
      scaffolder,
    }),
    templateRuns: TemplateRuns.create({ ...options, scaffolder }),
  };
}
