import {
  LoggerService,
  RootConfigService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { readTimeZoneFromConfig } from '@fairlead/background-work';
import { Knex } from 'knex';
import { ScorecardDefinitions } from '../judging/definitions/ScorecardDefinitions';
import {
  DigestNotices,
  LostLevelNotices,
  NoticeSender,
} from '../judging/notices';

const SECTION = 'scorecards.notifications';

/** Tells teams of levels that they lose, and once a week how they stand. */
export async function scheduleNotices(options: {
  config: RootConfigService;
  db: Knex;
  definitions: ScorecardDefinitions;
  logger: LoggerService;
  scheduler: SchedulerService;
  sender: NoticeSender;
}): Promise<void> {
  const { config, logger, scheduler } = options;
  const isOn = (key: string) =>
    (config.getOptionalBoolean(`${SECTION}.enabled`) ?? true) &&
    (config.getOptionalBoolean(`${SECTION}.${key}`) ?? true);

  const lostLevels = LostLevelNotices.create({
    ...options,
    isEnabled: isOn('lostLevels'),
  });
  await scheduler.scheduleTask({
    id: 'tell-lost-levels',
    frequency: { minutes: 1 },
    initialDelay: { minutes: 1 },
    timeout: { minutes: 10 },
    scope: 'global',
    fn: async signal => {
      await lostLevels.run({ signal });
    },
  });

  if (isOn('digest')) {
    const digests = DigestNotices.create({
      ...options,
      baseUrl: (config.getOptionalString('app.baseUrl') ?? '').replace(
        /\/+$/,
        '',
      ),
      timeZone: readTimeZoneFromConfig(config),
    });
    await scheduler.scheduleTask({
      id: 'send-digests',
      frequency: { minutes: 30 },
      initialDelay: { minutes: 2 },
      timeout: { minutes: 30 },
      scope: 'global',
      fn: async signal => {
        const sent = await digests.run({ signal });
        logger.debug(`Sent ${sent} digests`);
      },
    });
  }
}
