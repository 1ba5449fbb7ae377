import { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { Clock } from '@fairlead/bulk-sql';
import { TaskRun } from '@fairlead/backstage-plugin-onboarding-common';
import { Knex } from 'knex';
import { DbJourneyTaskRow } from '../../database/tables';
import { Scaffolder } from '../../intake/scaffolder';
import {
  completeTask,
  lockJourneys,
  tasksOf,
  writeJourneys,
} from '../../records/journeys';

/** A run that takes longer is not looked at any more. */
const FOLLOWED_FOR = 24 * 3_600_000;

/** Who says that a template verified a task, for the audit. */
const BY = 'template';

type RunningTask = Pick<
  DbJourneyTaskRow,
  'journey_id' | 'task_id' | 'run_at'
> & {
  run_id: string;
};

interface RunFollowingOptions {
  clock?: Clock;
  db: Knex;
  logger: LoggerService;
  /** Where people see a run. */
  portalUrl: string | undefined;
  scaffolder: Scaffolder;
}

/** Looks how the runs are that tasks have started, and completes those tasks whose run ended well. */
export class RunFollowing {
  readonly #options: RunFollowingOptions;

  static create(options: RunFollowingOptions): RunFollowing {
    return new RunFollowing(options);
  }

  private constructor(options: RunFollowingOptions) {
    this.#options = options;
  }

  /** Asks for those that go on, and for nothing where none does. */
  async run({ signal }: { signal: AbortSignal }): Promise<void> {
    const { db, logger } = this.#options;
    const running: RunningTask[] = await db<DbJourneyTaskRow>('journey_tasks')
      .where('run_state', 'running')
      .whereNotNull('run_id')
      .orderBy(['journey_id', 'task_id'])
      .select('journey_id', 'task_id', 'run_id', 'run_at');
    for (const task of running) {
      if (signal.aborted) {
        return;
      }
      try {
        await this.#follow(task);
      } catch (error) {
        logger.error(
          `How the run '${task.run_id}' of a template is could not be asked for; the next run asks again`,
          toError(error),
        );
      }
    }
  }

  async #follow(task: RunningTask): Promise<void> {
    const { clock = Date.now, scaffolder } = this.#options;
    const now = clock();
    const state =
      now - Number(task.run_at) > FOLLOWED_FOR
        ? 'unknown'
        : await scaffolder.getState(task.run_id);
    if (state !== 'running') {
      await this.#end(task, state, now);
    }
  }

  async #end(
    { journey_id: journeyId, task_id: taskId, run_id: runId }: RunningTask,
    state: TaskRun['state'],
    now: number,
  ): Promise<void> {
    const { db, portalUrl } = this.#options;
    await db.transaction(async tx => {
      const [journey] = await lockJourneys(tx, [journeyId]);
      const task = journey?.tasks.get(taskId);
      // Another replica may have been faster, and another run may have been started since.
      if (task?.run_id !== runId || task.run_state !== 'running') {
        return;
      }
      journey.tasks.set(taskId, { ...task, run_state: state });
      const planned = tasksOf(journey).find(({ id }) => id === taskId);
      if (
        state === 'completed' &&
        planned &&
        'template' in planned.verifiedBy
      ) {
        completeTask(journey, {
          taskId,
          at: now,
          evidence: {
            by: 'template',
            title: planned.title,
            entityRefs: [planned.verifiedBy.template],
            ...(portalUrl !== undefined && {
              url: `${portalUrl}/create/tasks/${encodeURIComponent(runId)}`,
            }),
          },
          by: BY,
        });
      }
      await writeJourneys(tx, [journey], { now });
    });
  }
}
