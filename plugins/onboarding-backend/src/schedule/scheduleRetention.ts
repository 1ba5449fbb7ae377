import {
  RootConfigService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { readDurationFromConfig } from '@backstage/config';
import { durationToMilliseconds } from '@backstage/types';
import { Clock } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { DbContributionRow } from '../database/tables';

const KEY = 'onboarding.retention.contributions';

/** Removes contributions that are older than is kept, once an hour in one process. What they verified stays. */
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
    fn: async () => {
      await db<DbContributionRow>('contributions')
        .where('at', '<', clock() - keptFor)
        .delete();
    },
  });
}
