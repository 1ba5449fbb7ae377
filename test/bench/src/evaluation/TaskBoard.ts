import {
  SchedulerService,
  SchedulerServiceTaskFunction,
} from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';

/** A scheduler that runs tasks only when the bench says so. */
export class TaskBoard implements SchedulerService {
  readonly #tasks = new Map<string, SchedulerServiceTaskFunction>();

  /** Runs a task and waits until it is done. */
  async run(id: string): Promise<void> {
    const task = this.#tasks.get(id);
    if (!task) {
      throw new NotFoundError(`There is no task '${id}'`);
    }
    await task(new AbortController().signal);
  }

  scheduleTask: SchedulerService['scheduleTask'] = async task => {
    this.#tasks.set(task.id, task.fn);
  };

  createScheduledTaskRunner: SchedulerService['createScheduledTaskRunner'] =
    schedule => ({
      run: task => this.scheduleTask({ ...schedule, ...task }),
    });

  // What would run later runs when the bench asks for it.
  async triggerTask() {}

  async cancelTask() {}

  async getScheduledTasks() {
    return [];
  }
}
