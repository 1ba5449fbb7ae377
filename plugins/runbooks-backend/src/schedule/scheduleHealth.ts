import {
  RootConfigService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { readScheduleFromConfig } from '@fairlead/background-work';
import { RunbookJudge } from '../judging/health';
import { OwnerNotices } from '../judging/notices';
import { ProbeRunner } from '../records/copies';

/** Looks at the addresses of runbooks, judges their health and tells their owners, in every process. */
export async function scheduleHealth(options: {
  config: RootConfigService;
  judge: RunbookJudge;
  notices: OwnerNotices;
  probes: ProbeRunner;
  scheduler: SchedulerService;
}): Promise<void> {
  const { config, judge, notices, probes, scheduler } = options;
  await scheduler.scheduleTask({
    ...readScheduleFromConfig(config, 'runbooks.probes.schedule', {
      frequency: { seconds: 10 },
      timeout: { minutes: 10 },
    }),
    id: 'probe-runbooks',
    scope: 'local',
    fn: async signal => {
      await probes.run({ signal });
    },
  });
  await scheduler.scheduleTask({
    ...readScheduleFromConfig(config, 'runbooks.health.schedule', {
      frequency: { seconds: 5 },
      timeout: { minutes: 10 },
    }),
    id: 'judge-runbooks',
    scope: 'local',
    fn: async signal => {
      await judge.run({ signal });
      await notices.run();
    },
  });
}
