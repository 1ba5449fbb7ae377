import { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { NotificationPayload } from '@backstage/plugin-notifications-common';
import { NotificationService } from '@backstage/plugin-notifications-node';

/** Tells a user, or all of a group, something. */
export type Notify = (
  entityRef: string,
  payload: Omit<NotificationPayload, 'topic'>,
) => Promise<void>;

/**
 * Makes what sends notifications. Where nobody takes them, that is logged once and everything goes on: what they tell is
 * shown in the portal as well.
 */
export function createNotify(options: {
  logger: LoggerService;
  notifications: NotificationService;
}): Notify {
  const { logger, notifications } = options;
  let hasFailed = false;
  return async (entityRef, payload) => {
    try {
      await notifications.send({
        recipients: { type: 'entity', entityRef },
        payload: { ...payload, topic: 'onboarding' },
      });
      hasFailed = false;
    } catch (error) {
      if (!hasFailed) {
        logger.warn(
          "Nobody is told who is stuck and what is next; install the notifications backend, or set 'onboarding.reminders.enabled' to false to send no reminders",
          toError(error),
        );
      }
      hasFailed = true;
    }
  };
}
