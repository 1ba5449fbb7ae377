import {
  AuthService,
  DiscoveryService,
  LoggerService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { NotificationService } from '@backstage/plugin-notifications-node';
import {
  ContributionSource,
  FactJudge,
} from '@fairlead/backstage-plugin-onboarding-node';
import { readTimeZoneFromConfig } from '@fairlead/background-work';
import { Clock } from '@fairlead/bulk-sql';
import {
  DatabaseEntityStore,
  EntityStreams,
  EntitySync,
} from '@fairlead/catalog-copy';
import { Knex } from 'knex';
import { COPIED_ENTITIES } from './catalog/entities/copiedEntities';
import { TaskGenerating } from './judging/generating';
import { Reminders } from './judging/reminders';
import { JourneyStarting } from './judging/starting';
import { ValuesComputing } from './judging/values';
import { figuresWindow } from './records/figures';
import { DatabaseHelp } from './records/help';
import { DatabaseJourneys } from './records/journeys';
import { createNotify } from './records/notices';
import { TrackComposer } from './records/tracks';
import { createContributionIntake, Identities } from './intake/contributions';
import { createScaffolder } from './intake/scaffolder';
import { RunFollowing } from './judging/runs';
import { FactVerifying, RecordVerifying } from './judging/verifying';
import { TemplateRuns } from './records/runs';
import { DatabaseVotes } from './records/votes';

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
  /** For how many milliseconds contributions are kept. */
  keptFor: number;
  logger: LoggerService;
  notifications: NotificationService;
  sources: readonly ContributionSource[];
  streams?: EntityStreams;
}) {
  const recordVerifying = RecordVerifying.create(options);
  const scaffolder = createScaffolder(options);
  const notify = createNotify(options);
  const timeZone = readTimeZoneFromConfig(options.config);
  return {
    composer: TrackComposer.create(options),
    contributions: createContributionIntake({
      ...options,
      onStored: () => recordVerifying.nudge(),
    }),
    entitySync: EntitySync.create({
      ...options,
      definition: COPIED_ENTITIES,
      entities: DatabaseEntityStore.create({
        ...options,
        definition: COPIED_ENTITIES,
      }),
    }),
    generating: TaskGenerating.create(options),
    help: DatabaseHelp.create({ ...options, notify }),
    journeys: DatabaseJourneys.create(options),
    reminders: Reminders.create({
      ...options,
      isEnabled:
        options.config.getOptionalBoolean('onboarding.reminders.enabled') ??
        true,
      notify,
      timeZone,
    }),
    starting: JourneyStarting.create(options),
    factVerifying: FactVerifying.create(options),
    identities: Identities.create(options),
    recordVerifying,
    runFollowing: RunFollowing.create({
      ...options,
      portalUrl: options.config.getOptionalString('app.baseUrl'),
      scaffolder,
    }),
    templateRuns: TemplateRuns.create({ ...options, scaffolder }),
    values: ValuesComputing.create({
      ...options,
      timeZone,
      window: figuresWindow(options.keptFor),
    }),
    votes: DatabaseVotes.create({ ...options, notify }),
  };
}
