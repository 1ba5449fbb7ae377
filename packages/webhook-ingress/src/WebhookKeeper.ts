import { EventParams } from '@backstage/plugin-events-node';

/**
 * Keeps webhooks before their senders are answered.
 *
 * @public
 */
export interface WebhookKeeper {
  /**
   * Resolves once nothing of the webhook can be lost any more; it is published after that.
   *
   * @param body - the payload of the event as it was sent: JSON
   * @throws InputError if it can never be kept as it is; anything else if it may be sent again
   */
  keep(event: EventParams, body: string): Promise<void>;
}
