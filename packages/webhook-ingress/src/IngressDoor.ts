import { LoggerService } from '@backstage/backend-plugin-api';
import {
  isError,
  NotAllowedError,
  ServiceUnavailableError,
  toError,
} from '@backstage/errors';
import { EventParams, EventsService } from '@backstage/plugin-events-node';
import { GuardedIngress, WebhookRequest } from './GuardedIngress';
import { parseWebhook } from './parseWebhook';
import { WebhookKeeper } from './WebhookKeeper';

export interface IngressDoorOptions {
  events: EventsService;
  ingress: GuardedIngress;
  keeper: WebhookKeeper;
  logger: LoggerService;
  /** Told why a request is refused. Never throws. */
  onRefused(reason: string): Promise<void>;
  /** Set while there is no secret. */
  remedy?: string;
  secrets: readonly string[];
}

/** What a webhook goes through before its sender is answered. */
export class IngressDoor {
  readonly #options: IngressDoorOptions;

  static create(options: IngressDoorOptions): IngressDoor {
    return new IngressDoor(options);
  }

  private constructor(options: IngressDoorOptions) {
    this.#options = options;
  }

  /**
   * Resolves once the webhook is kept and published.
   *
   * @throws NotAllowedError if the sender is not proven, InputError if the webhook can never be taken, and
   *   ServiceUnavailableError if it may be sent again
   */
  async take(webhook: WebhookRequest): Promise<void> {
    const { events, ingress, keeper, logger } = this.#options;
    const event = await this.#read(webhook);
    try {
      await keeper.keep(event, textOf(webhook));
      await events.publish(event);
    } catch (error) {
      if (isError(error) && error.name === 'InputError') {
        throw error;
      }
      logger.warn(
        `A webhook on topic '${ingress.topic}' is not taken; its sender is told to send it again`,
        toError(error),
      );
      throw new ServiceUnavailableError(
        'The webhook could not be kept; send it again in a moment',
      );
    }
  }

  async #read(webhook: WebhookRequest): Promise<EventParams> {
    const { ingress, onRefused } = this.#options;
    try {
      this.#assertProven(webhook);
      return {
        topic: ingress.topic,
        eventPayload: parseWebhook(textOf(webhook)),
        metadata: webhook.headers,
      };
    } catch (error) {
      await onRefused(toError(error).message);
      throw error;
    }
  }

  #assertProven(webhook: WebhookRequest): void {
    const { ingress, remedy, secrets } = this.#options;
    const isProven = secrets.length > 0 && ingress.verify(webhook, secrets);
    for (const name of ingress.secretHeaders ?? []) {
      delete webhook.headers[name.toLowerCase()];
    }
    if (!isProven) {
      throw new NotAllowedError(
        remedy ??
          `The sender is not proven: send ${ingress.proof}, made with a secret of ${ingress.configKey}`,
      );
    }
  }
}

function textOf({ raw }: WebhookRequest): string {
  return raw.body.toString(raw.encoding);
}
