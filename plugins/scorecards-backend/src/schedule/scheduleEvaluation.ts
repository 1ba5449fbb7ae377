import {
  RootConfigService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { BulkEvaluation } from '../evaluation/BulkEvaluation';
import { Evaluator } from '../evaluation/Evaluator';
import { readScheduleFromConfig } from '@fairlead/background-work';

/** The task that judges all entities under changed definitions. */
export const EVALUATE_DEFINITIONS = 'evaluate-definitions';

/**
 * Judges what the clock made due, and what other processes left behind, in every process; and all entities under
 * changed definitions in one of them.
 */
export async function scheduleEvaluation(options: {
  bulk: BulkEvaluation;
  config: RootConfigService;
  evaluator: Evaluator;
  scheduler: SchedulerService;
}): Promise<void> {
  const { bulk, config, evaluator, scheduler } = options;
  await scheduler.scheduleTask({
    ...readScheduleFromConfig(config, 'scorecards.evaluation.schedule', {
      frequency: { seconds: 10 },
      timeout: { minutes: 10 },
    }),
    id: 'evaluate-due',
    scope: 'local',
    fn: async signal => {
      await evaluator.run({ signal });
    },
  });
  await scheduler.scheduleTask({
    id: EVALUATE_DEFINITIONS,
    frequency: { minutes: 1 },
    timeout: { hours: 2 },
    scope: 'global',
    fn: async signal => {
      await bulk.run({ signal });
    },
  });
}
