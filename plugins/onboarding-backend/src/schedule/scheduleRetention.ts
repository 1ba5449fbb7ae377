import { SchedulerService } from '@backstage/backend-plugin-api';
import { Clock } from '@fairlead/bulk-sql';
import { Knex } from 'knex';
import { DbContributionRow } from '../database/tables';

/** Removes contributions that are older than is kept, once an hour in one process. What they verified stays. */
export async function scheduleRetention(options: {
  clock?: Clock;
  db: Knex;
  /** Milliseconds. */
  keptFor: number;
  scheduler: SchedulerService;
}): Promise<void> {
  const { clock = Date.now, db, keptFor, scheduler } = options;
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
