import { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { NotificationPayload } from '@backstage/plugin-notifications-common';
import { NotificationService } from '@backstage/plugin-notifications-node';

export interface NoticeSenderOptions {
  /** Off, nobody is told anything; the pages show it all. */
  isEnabled: boolean;
  logger: LoggerService;
  notifications: NotificationService;
}

/** Sends notifications to teams and persons. Where nobody takes them, that is logged once and everything goes on. */
export class NoticeSender {
  readonly #options: NoticeSenderOptions;
  #hasFailed = false;

  static create(options: NoticeSenderOptions): NoticeSender {
    return new NoticeSender(options);
  }

  private constructor(options: NoticeSenderOptions) {
    this.#options = options;
  }

  /**
   * Answers whether the notification was taken.
   *
   * @param recipients - refs of groups and users
   * @param except - who is not told, since it was their doing
   */
  async send(
    recipients: string | string[],
    payload: NotificationPayload,
    except?: string,
  ): Promise<boolean> {
    const { isEnabled, logger, notifications } = this.#options;
    if (!isEnabled) {
      return false;
    }
    try {
      await notifications.send({
        recipients: {
          type: 'entity',
          entityRef: [recipients].flat(),
          ...(except !== undefined && { excludeEntityRef: except }),
        },
        payload,
      });
      this.#hasFailed = false;
      return true;
    } catch (error) {
      if (!this.#hasFailed) {
        logger.warn(
          "Nobody is told what waits for them or has changed; install the notifications backend, or set 'scorecards.notifications.enabled' to false",
          toError(error),
        );
      }
      this.#hasFailed = true;
      return false;
    }
  }
}
