import {
  RootConfigService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { readScheduleFromConfig } from '@fairlead/background-work';
import { Normaliser } from '../records/normalise';

/**
 * Reads the deliveries that wait, in every process. What a process receives itself it reads at once; this is for what
 * others left behind.
 */
export async function scheduleNormalising(options: {
  config: RootConfigService;
  /** Whether this process reads deliveries. */
  isWorker: boolean;
  normaliser: Normaliser;
  scheduler: SchedulerService;
}): Promise<void> {
  const { config, isWorker, normaliser, scheduler } = options;
  if (!isWorker) {
    return;
  }
  await scheduler.scheduleTask({
    ...readScheduleFromConfig(config, 'delivery.worker.schedule', {
      frequency: { seconds: 5 },
      timeout: { minutes: 10 },
    }),
    id: 'normalise',
    scope: 'local',
    fn: async signal => {
      await normaliser.run({ signal });
    },
  });
}
