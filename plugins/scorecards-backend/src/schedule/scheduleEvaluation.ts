import {
  RootConfigService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { readScheduleFromConfig } from '@fairlead/background-work';
import { BulkEvaluation } from '../judging/evaluation/BulkEvaluation';
import { Evaluator } from '../judging/evaluation/Evaluator';
import { writeDailyTotals } from '../answers/history/writeDailyTotals';
import { LocalDays } from '../answers/results';

/** The task that judges all entities under changed definitions. */
export const EVALUATE_DEFINITIONS = 'evaluate-definitions';

/**
 * Judges what the clock made due, and what other processes left behind, in every process; and all entities under
 * changed definitions in one of them. What that changes is in the history at once, so that a new scorecard begins with a
 * point and not with an empty chart.
 */
export async function scheduleEvaluation(options: {
  bulk: BulkEvaluation;
  config: RootConfigService;
  days: LocalDays;
  db: Knex;
  evaluator: Evaluator;
  scheduler: SchedulerService;
}): Promise<void> {
  const { bulk, config, days, db, evaluator, scheduler } = options;
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
      const { written } = await bulk.run({ signal });
      if (written > 0) {
        await writeDailyTotals(db, { days, now: Date.now(), signal });
      }
    },
  });
}
