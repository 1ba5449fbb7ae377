import {
  RootConfigService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { ContributionPage } from '@fairlead/backstage-plugin-onboarding-node';
import { readScheduleFromConfig } from '@fairlead/background-work';
import { ResumableIntake } from '@fairlead/resumable-intake';
import { Identities } from '../intake/contributions';
import { RunFollowing } from '../judging/runs';
import { FactVerifying, RecordVerifying } from '../judging/verifying';

/**
 * Follows what records and facts show, and verifies tasks by it. Records are followed in every process, and locks keep
 * these apart: nobody waits for a lease of one that died.
 */
export async function scheduleVerification(options: {
  config: RootConfigService;
  contributions: ResumableIntake<ContributionPage>;
  factVerifying: FactVerifying;
  identities: Identities;
  recordVerifying: RecordVerifying;
  runFollowing: RunFollowing;
  scheduler: SchedulerService;
}): Promise<void> {
  const { config, contributions, factVerifying, identities } = options;
  const { recordVerifying, runFollowing, scheduler } = options;
  await scheduler.scheduleTask({
    ...readScheduleFromConfig(config, 'onboarding.records.schedule', {
      frequency: { seconds: 10 },
      timeout: { minutes: 30 },
    }),
    id: 'verify-by-records',
    scope: 'local',
    fn: async signal => {
      await identities.run({ signal });
      await contributions.run({ signal });
      await recordVerifying.run({ signal });
    },
  });
  await scheduler.scheduleTask({
    frequency: { seconds: 10 },
    timeout: { minutes: 10 },
    id: 'follow-runs',
    scope: 'global',
    fn: async signal => {
      await runFollowing.run({ signal });
    },
  });
  await scheduler.scheduleTask({
    ...readScheduleFromConfig(config, 'onboarding.facts.schedule', {
      frequency: { minutes: 5 },
      timeout: { minutes: 30 },
    }),
    id: 'verify-by-facts',
    scope: 'global',
    fn: async signal => {
      await factVerifying.run({ signal });
    },
  });
}
