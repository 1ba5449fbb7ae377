import {
  RootConfigService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { PagingRules } from '@fairlead/backstage-plugin-runbooks-common';
import { OperationsPage } from '@fairlead/backstage-plugin-runbooks-node';
import { readScheduleFromConfig } from '@fairlead/background-work';
import { Clock } from '@fairlead/bulk-sql';
import { ResumableIntake } from '@fairlead/resumable-intake';
import { Knex } from 'knex';
import { RunbookChoosing } from '../judging/choosing';
import { applyPagingRules } from '../records/alerts';
import { RunbookRegistry } from '../records/registry';

/** Follows what fires and what happens, and chooses the runbooks for it. */
export async function scheduleOperations(options: {
  choosing: RunbookChoosing;
  clock?: Clock;
  config: RootConfigService;
  db: Knex;
  operations: ResumableIntake<OperationsPage>;
  pagingRules: PagingRules;
  registry: RunbookRegistry;
  scheduler: SchedulerService;
}): Promise<void> {
  const { choosing, clock = Date.now, config, db, operations } = options;
  const { pagingRules: rules, registry, scheduler } = options;
  await scheduler.scheduleTask({
    ...readScheduleFromConfig(config, 'runbooks.operations.schedule', {
      frequency: { seconds: 15 },
      timeout: { minutes: 30 },
    }),
    id: 'read-operations',
    scope: 'global',
    fn: async signal => {
      await applyPagingRules(db, { now: clock(), rules, signal });
      await operations.run({ signal });
      // Alerts name runbooks, too.
      await registry.run({ signal });
      await choosing.run({ signal });
    },
  });
  await scheduler.scheduleTask({
    frequency: { seconds: 5 },
    timeout: { minutes: 30 },
    id: 'choose-runbooks',
    scope: 'global',
    fn: async signal => {
      await choosing.run({ signal });
    },
  });
}
