import {
  AuthService,
  LoggerService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { Clock } from '@fairlead/bulk-sql';
import {
  DatabaseEntityStore,
  EntityStreams,
  EntitySync,
} from '@fairlead/catalog-copy';
import { Knex } from 'knex';
import { DatabaseOverview } from './answers/overview/DatabaseOverview';
import { SummaryStore } from './answers/summaries/SummaryStore';
import { combineNaming } from './catalog/entities/combineNaming';
import { DatabaseInbox, DoorCounts } from './intake/inbox';
import { Backfills } from './intake/pulls/Backfills';
import { PullRunner } from './intake/pulls/PullRunner';
import { SourceRegistry } from './intake/sources/SourceRegistry';
import { DefaultMeasuring } from './measuring/DefaultMeasuring';
import { readMeasureOptionsFromConfig } from './measuring/readMeasureOptions';
import { createKnownEntities } from './records/entities/createKnownEntities';
import { DatabaseLinkVerdicts } from './records/links/DatabaseLinkVerdicts';
import { RecordRematch } from './records/matching';
import { DefaultNormaliser } from './records/normalise';
import { createReadContext, readPersonKey } from './records/people';
import { RecordRenaming } from './records/repositories';

/** Builds what takes deliveries in, makes records of them and measures these. Nothing runs yet. */
export async function createServices(options: {
  auth: AuthService;
  catalog: CatalogService;
  clock?: Clock;
  config: RootConfigService;
  db: Knex;
  logger: LoggerService;
  sources: SourceRegistry;
  streams?: EntityStreams;
}) {
  const { config, db, sources } = options;
  const measureOptions = readMeasureOptionsFromConfig(config);
  const context = createReadContext({
    personKey: await readPersonKey(db),
    origins: measureOptions.history.originRules,
  });
  const { calendar, requiredChecks } = measureOptions.history;
  const marking = { zone: calendar.zone, requiredChecks };
  const naming = combineNaming(sources.list());
  const repositories = new Set(
    naming.repositories.map(({ annotation }) => annotation),
  );

  const known = createKnownEntities({ ...context, naming });

  const measuring = DefaultMeasuring.create({ ...options, measureOptions });
  const onStored = () => measuring.nudge();
  const records = { ...options, context, marking, onStored, repositories };

  const renaming = RecordRenaming.create(records);
  const normaliser = DefaultNormaliser.create({
    ...records,
    batchSize: config.getOptionalNumber('delivery.worker.batchSize'),
    renaming,
  });
  const isWorker = config.getOptionalBoolean('delivery.worker.enabled') ?? true;
  const onReceived = () => isWorker && normaliser.nudge();
  const counts = DoorCounts.create(options);
  const inbox = DatabaseInbox.create({ ...options, counts, onReceived });
  const summaries = SummaryStore.create(options);

  return {
    backfills: Backfills.create(options),
    context,
    counts,
    entitySync: EntitySync.create({
      ...options,
      definition: known,
      entities: DatabaseEntityStore.create({ ...options, definition: known }),
    }),
    inbox,
    isWorker,
    measureOptions,
    measuring,
    normaliser,
    overview: DatabaseOverview.create({
      ...options,
      measureOptions,
      store: summaries,
    }),
    pulls: PullRunner.create({ ...options, inbox }),
    rematch: RecordRematch.create(records),
    renaming,
    summaries,
    verdicts: DatabaseLinkVerdicts.create(records),
  };
}
