import {
  RootConfigService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { readScheduleFromConfig } from '@fairlead/background-work';
import { TaskGenerating } from '../judging/generating';
import { JourneyStarting } from '../judging/starting';

/** Puts on tracks who joined, and keeps what the catalog adds to journeys. */
export async function scheduleJourneys(options: {
  config: RootConfigService;
  generating: TaskGenerating;
  scheduler: SchedulerService;
  starting: JourneyStarting;
}): Promise<void> {
  const { config, generating, scheduler, starting } = options;
  await scheduler.scheduleTask({
    ...readScheduleFromConfig(config, 'onboarding.journeys.schedule', {
      frequency: { seconds: 15 },
      timeout: { minutes: 10 },
    }),
    id: 'follow-journeys',
    scope: 'global',
    fn: async signal => {
      await starting.run({ signal });
      await generating.run({ signal });
    },
  });
}
