import {
  RootConfigService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { Clock } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { removeOldDeliveries } from '../intake/inbox/removeOldDeliveries';
import { removeOldRecords } from '../records/store/removeOldRecords';
import { readRetentionFromConfig } from './readRetention';

const DAY = 24 * 3_600_000;

/** Answers and validators that nobody asked for during so long are not worth keeping. */
const UNUSED_FOR = 30 * DAY;

/** Finished pulls are kept as long, to be looked at. */
const PULLS_FOR = 90 * DAY;

/** Removes what is older than is kept, once an hour in one process. */
export async function scheduleRetention(options: {
  clock?: Clock;
  config: RootConfigService;
  db: Knex;
  scheduler: SchedulerService;
}): Promise<void> {
  const { clock = Date.now, db, scheduler } = options;
  const retention = readRetentionFromConfig(options.config);
  await scheduler.scheduleTask({
    id: 'clean-up',
    frequency: { hours: 1 },
    timeout: { minutes: 30 },
    initialDelay: { minutes: 5 },
    scope: 'global',
    async fn(signal) {
      const now = clock();
      await removeOldDeliveries(db, { now, signal, keptFor: retention.raw });
      await removeOldRecords(db, { now, signal, keptFor: retention.records });
      for (const table of ['summaries', 'pull_cache']) {
        await db(table)
          .where('used_at', '<', now - UNUSED_FOR)
          .delete();
      }
      await db('pulls')
        .where('finished_at', '<', now - PULLS_FOR)
        .delete();
    },
  });
}
