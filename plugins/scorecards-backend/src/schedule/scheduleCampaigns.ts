import {
  LoggerService,
  RootConfigService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { readScheduleFromConfig } from '@fairlead/background-work';
import { Knex } from 'knex';
import { CampaignIssues } from '../judging/campaigns/issues';
import { CampaignNotices } from '../judging/campaigns/notices';
import { tendCampaigns } from '../judging/campaigns/tendCampaigns';
import { DecisionLog } from '../judging/decisions/DecisionLog';
import { ScorecardVersionCache } from '../judging/definitions/ScorecardVersionCache';

/** Starts and ends campaigns by the clock, follows whom they meet, and tells teams. */
export async function scheduleCampaigns(options: {
  config: RootConfigService;
  db: Knex;
  campaignIssues: CampaignIssues;
  campaignNotices: CampaignNotices;
  log: DecisionLog;
  logger: LoggerService;
  scheduler: SchedulerService;
}): Promise<void> {
  const { config, db, scheduler } = options;
  const versions = new ScorecardVersionCache({ db });
  await scheduler.scheduleTask({
    ...readScheduleFromConfig(config, 'scorecards.campaigns.schedule', {
      frequency: { minutes: 5 },
      initialDelay: { minutes: 1 },
      timeout: { minutes: 30 },
    }),
    id: 'tend-campaigns',
    scope: 'global',
    fn: async signal =>
      tendCampaigns(db, {
        ...options,
        issues: options.campaignIssues,
        notices: options.campaignNotices,
        versions,
        now: Date.now(),
        signal,
      }),
  });
}
