import { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { NotificationPayload } from '@backstage/plugin-notifications-common';
import { NotificationService } from '@backstage/plugin-notifications-node';

/** Sends notifications to teams. Where nobody takes them, that is logged once and everything goes on. */
export class NoticeSender {
  readonly #logger: LoggerService;
  readonly #notifications: NotificationService;
  #hasFailed = false;

  static create(options: {
    logger: LoggerService;
    notifications: NotificationService;
  }): NoticeSender {
    return new NoticeSender(options);
  }

  private constructor(options: {
    logger: LoggerService;
    notifications: NotificationService;
  }) {
    this.#logger = options.logger;
    this.#notifications = options.notifications;
  }

  /** Answers whether the notification was taken. */
  async send(ownerRef: string, payload: NotificationPayload): Promise<boolean> {
    try {
      await this.#notifications.send({
        recipients: { type: 'entity', entityRef: [ownerRef] },
        payload,
      });
      this.#hasFailed = false;
      return true;
    } catch (error) {
      if (!this.#hasFailed) {
        this.#logger.warn(
          "Teams are not told of their levels; install the notifications backend, or set 'scorecards.notifications.enabled' to false",
          toError(error),
        );
      }
      this.#hasFailed = true;
      return false;
    }
  }
}
