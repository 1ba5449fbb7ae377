import {
  RootConfigService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { readScheduleFromConfig } from '@fairlead/background-work';
import { TrackComposer } from '../records/tracks';

/** Puts the tracks of the catalog together once they changed. */
export async function scheduleTracks(options: {
  composer: TrackComposer;
  config: RootConfigService;
  scheduler: SchedulerService;
}): Promise<void> {
  const { composer, config, scheduler } = options;
  await scheduler.scheduleTask({
    ...readScheduleFromConfig(config, 'onboarding.tracks.schedule', {
      frequency: { seconds: 10 },
      timeout: { minutes: 10 },
    }),
    id: 'compose-tracks',
    scope: 'global',
    fn: async () => {
      await composer.run();
    },
  });
}
