import {
  LoggerService,
  PermissionsService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import { Clock } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { DatabaseInbox, DoorCounts } from './intake/inbox';
import { readMeasureOptionsFromConfig } from './measuring/readMeasureOptions';
import { DefaultNormaliser } from './records/normalise';
import { createReadContext, readPersonKey } from './records/people';
import { Backfills } from './intake/pulls/Backfills';
import { PullRunner } from './intake/pulls/PullRunner';
import { SourceCondition } from './answers/sources/SourceCondition';
import { RecordRenaming } from './records/repositories';
import { AuthorizedSourceStatuses } from './answers/sources/AuthorizedSourceStatuses';
import { DatabaseSourceStatuses } from './answers/sources/DatabaseSourceStatuses';
import { SourceRegistry } from './intake/sources/SourceRegistry';
import { VisibilityService } from './catalog/visibility';

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
    marking,
    normaliser,
    pulls,
    renaming,
    statuses,
  };
}
