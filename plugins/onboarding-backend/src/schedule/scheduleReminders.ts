import { SchedulerService } from '@backstage/backend-plugin-api';
import { Reminders } from '../judging/reminders';

/** Looks again and again who is to be told what; in working hours alone something is sent. */
export async function scheduleReminders(options: {
  reminders: Reminders;
  scheduler: SchedulerService;
}): Promise<void> {
  const { reminders, scheduler } = options;
  await scheduler.scheduleTask({
    id: 'send-reminders',
    frequency: { minutes: 15 },
    timeout: { minutes: 30 },
    scope: 'global',
    fn: async signal => {
      await reminders.run({ signal });
    },
  });
}
