import {
  LoggerService,
  PermissionsService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import { Clock } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { DatabaseInbox, DoorCounts } from './inbox';
import { readMeasureOptionsFromConfig } from './measures/readMeasureOptions';
import { DefaultNormaliser } from './normalise';
import { createReadContext, readPersonKey } from './people';
import { Backfills } from './pulls/Backfills';
import { PullRunner } from './pulls/PullRunner';
import { SourceCondition } from './permissions';
import { RecordRenaming } from './repositories';
import { AuthorizedSourceStatuses } from './sources/AuthorizedSourceStatuses';
import { DatabaseSourceStatuses } from './sources/DatabaseSourceStatuses';
import { SourceRegistry } from './sources/SourceRegistry';
import { VisibilityService } from './visibility';

/** Builds what takes deliveries in and makes records of them. Nothing runs yet. */
export async function createServices(options: {
  clock?: Clock;
  config: RootConfigService;
  db: Knex;
  holdsFor: SourceCondition;
  logger: LoggerService;
  permissions: PermissionsService;
  /** Called after records changed. */
  onStored?: () => void;
  sources: SourceRegistry;
  visibility: VisibilityService;
}) {
  const { config, db } = options;
  const { history } = readMeasureOptionsFromConfig(config);
  const context = createReadContext({ personKey: await readPersonKey(db) });
  const marking = {
    zone: history.calendar.zone,
    requiredChecks: history.requiredChecks,
  };
  const renaming = RecordRenaming.create({ ...options, marking });
  const normaliser = DefaultNormaliser.create({
    ...options,
    batchSize: config.getOptionalNumber('delivery.worker.batchSize'),
    context,
    marking,
    renaming,
  });
  const isWorker = config.getOptionalBoolean('delivery.worker.enabled') ?? true;
  const counts = DoorCounts.create(options);
  const inbox = DatabaseInbox.create({
    ...options,
    counts,
    onReceived: () => isWorker && normaliser.nudge(),
  });
  const pulls = PullRunner.create({ ...options, inbox });
  const statuses = AuthorizedSourceStatuses.create(
    DatabaseSourceStatuses.create({
      ...options,
      backfills: Backfills.create(options),
      counts,
      onReplayed: () => isWorker && normaliser.nudge(),
    }),
    options,
  );
  return {
    context,
    counts,
    inbox,
    isWorker,
    normaliser,
    pulls,
    renaming,
    statuses,
  };
}
