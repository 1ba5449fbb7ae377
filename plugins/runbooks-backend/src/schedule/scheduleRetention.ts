import {
  RootConfigService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { readDurationFromConfig } from '@backstage/config';
import { durationToMilliseconds } from '@backstage/types';
import { Clock } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { removeOldFirings } from '../records/alerts';
import { removeOldDeployments } from '../records/deployments';

const KEY = 'runbooks.retention.firings';

/** Removes firings and deployments that are older than is kept, once an hour in one process. */
export async function scheduleRetention(options: {
  clock?: Clock;
  config: RootConfigService;
  db: Knex;
  scheduler: SchedulerService;
}): Promise<void> {
  const { clock = Date.now, config, db, scheduler } = options;
  const keptFor = durationToMilliseconds(
    config.has(KEY)
      ? readDurationFromConfig(config, { key: KEY })
      : { days: 400 },
  );
  await scheduler.scheduleTask({
    id: 'clean-up',
    frequency: { hours: 1 },
    timeout: { minutes: 30 },
    initialDelay: { minutes: 5 },
    scope: 'global',
    fn: async signal => {
      const now = clock();
      await removeOldFirings(db, { keptFor, now, signal });
      await removeOldDeployments(db, { keptFor, now });
    },
  });
}
