import {
  LoggerService,
  RootConfigService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { durationToMilliseconds } from '@backstage/types';
import { readDurationFromConfig } from '@backstage/config';
import { Knex } from 'knex';
import { readScheduleFromConfig } from '@fairlead/background-work';
import { removeOldTransitions } from '../answers/history/removeOldTransitions';
import { writeDailyTotals } from '../answers/history/writeDailyTotals';
import { LocalDays } from '../answers/results';

const RETENTION = 'scorecards.history.transitionRetention';

/** Keeps the totals of the day, and puts away what is over. */
export async function scheduleHistory(options: {
  config: RootConfigService;
  days: LocalDays;
  db: Knex;
  logger: LoggerService;
  scheduler: SchedulerService;
}): Promise<void> {
  const { config, days, db, logger, scheduler } = options;
  const retention = durationToMilliseconds(
    config.has(RETENTION)
      ? readDurationFromConfig(config, { key: RETENTION })
      : { days: 400 },
  );
  await scheduler.scheduleTask({
    ...readScheduleFromConfig(config, 'scorecards.history.schedule', {
      frequency: { minutes: 10 },
      initialDelay: { minutes: 1 },
      timeout: { minutes: 10 },
    }),
    id: 'write-daily-totals',
    scope: 'global',
    fn: async signal => {
      await writeDailyTotals(db, { days, now: Date.now(), signal });
    },
  });
  await scheduler.scheduleTask({
    id: 'clean-up',
    frequency: { hours: 1 },
    initialDelay: { minutes: 5 },
    timeout: { minutes: 30 },
    scope: 'global',
    fn: async signal => {
      const now = Date.now();
      const removed = await removeOldTransitions(db, {
        before: now - retention,
        signal,
      });
      logger.debug(`Removed ${removed} old transitions`);
    },
  });
}
