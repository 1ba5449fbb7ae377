import {
  LoggerService,
  RootConfigService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { readDurationFromConfig } from '@backstage/config';
import { durationToMilliseconds } from '@backstage/types';
import { Knex } from 'knex';
import { remindOfExpiry } from '../judging/attestations/notices';
import { NoticeSender } from '../judging/notices';

const REMIND_BEFORE = 'scorecards.attestations.remindBefore';

/** Reminds teams of answers that expire soon, where notifications are on. */
export async function scheduleAttestations(options: {
  config: RootConfigService;
  db: Knex;
  logger: LoggerService;
  sender: NoticeSender;
  scheduler: SchedulerService;
}): Promise<void> {
  const { config, db, logger, scheduler, sender } = options;
  if (config.getOptionalBoolean('scorecards.notifications.enabled') === false) {
    return;
  }
  const ahead = durationToMilliseconds(
    config.has(REMIND_BEFORE)
      ? readDurationFromConfig(config, { key: REMIND_BEFORE })
      : { days: 14 },
  );
  await scheduler.scheduleTask({
    id: 'tend-attestations',
    frequency: { hours: 1 },
    initialDelay: { minutes: 1 },
    timeout: { minutes: 30 },
    scope: 'global',
    fn: async () => {
      const now = Date.now();
      const reminded = await remindOfExpiry(db, {
        ahead,
        now,
        send: (teamRef, payload) => sender.send(teamRef, payload),
      });
      logger.debug(`Reminded of ${reminded} answers`);
    },
  });
}
