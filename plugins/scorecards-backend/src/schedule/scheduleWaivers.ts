import {
  LoggerService,
  RootConfigService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { readDurationFromConfig } from '@backstage/config';
import { durationToMilliseconds } from '@backstage/types';
import { Knex } from 'knex';
import { DecisionLog } from '../judging/decisions/DecisionLog';
import { adoptOldDecisions } from '../judging/waivers/adoptOldDecisions';
import { expireWaivers } from '../judging/waivers/expireWaivers';
import { remindOfExpiry, WaiverNotices } from '../judging/waivers/notices';

const REMIND_BEFORE = 'scorecards.waivers.remindBefore';

/** Closes waivers that are over, and reminds of those that end soon. */
export async function scheduleWaivers(options: {
  config: RootConfigService;
  db: Knex;
  log: DecisionLog;
  logger: LoggerService;
  notices: WaiverNotices;
  scheduler: SchedulerService;
}): Promise<void> {
  const { config, db, log, logger, notices, scheduler } = options;
  const ahead = durationToMilliseconds(
    config.has(REMIND_BEFORE)
      ? readDurationFromConfig(config, { key: REMIND_BEFORE })
      : { days: 14 },
  );
  await scheduler.scheduleTask({
    id: 'tend-waivers',
    frequency: { hours: 1 },
    initialDelay: { minutes: 1 },
    timeout: { minutes: 30 },
    scope: 'global',
    fn: async () => {
      const now = Date.now();
      const adopted = await adoptOldDecisions(db, { log, now });
      const closed = await expireWaivers(db, now);
      const reminded = await remindOfExpiry(db, { ahead, log, notices, now });
      logger.debug(
        `Closed ${closed} waivers, reminded of ${reminded}, and took ${adopted} into the log`,
      );
    },
  });
}
