import { AuthService, DiscoveryService } from '@backstage/backend-plugin-api';
import { InputError, ResponseError } from '@backstage/errors';
import { EventParams } from '@backstage/plugin-events-node';
import { createServiceClient, ServiceClient } from '@fairlead/service-client';
import { WebhookKeeper } from '@fairlead/webhook-ingress';
import { noteKept } from './keptEvents';

/** Milliseconds. Senders wait for ten seconds, and shall have an answer by then. */
const ANSWER_WITHIN = 8_000;

/** Has the delivery backend keep webhooks, over HTTP: it may run in another process. */
export class DeliveryIntakeClient implements WebhookKeeper {
  readonly #ask: ServiceClient;

  static create(options: {
    auth: AuthService;
    discovery: DiscoveryService;
  }): DeliveryIntakeClient {
    return new DeliveryIntakeClient(options);
  }

  private constructor(options: {
    auth: AuthService;
    discovery: DiscoveryService;
  }) {
    this.#ask = createServiceClient({ ...options, pluginId: 'delivery' });
  }

  async keep(event: EventParams, body: string): Promise<void> {
    try {
      const response = await this.#ask(
        `/webhooks/${encodeURIComponent(event.topic)}`,
        {
          method: 'POST',
          body: JSON.stringify({ headers: readHeaders(event), payload: body }),
          signal: AbortSignal.timeout(ANSWER_WITHIN),
        },
      );
      // An unread body would keep the connection from being reused.
      await response.arrayBuffer();
    } catch (error) {
      const isRefused =
        error instanceof ResponseError && [400, 413].includes(error.statusCode);
      throw isRefused ? new InputError(error.cause.message) : error;
    }
    noteKept(event);
  }
}

/** Of a header that was sent several times, the first. */
function readHeaders({ metadata = {} }: EventParams): Record<string, string> {
  return Object.fromEntries(
    Object.entries(metadata).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, [value].flat()[0]]],
    ),
  );
}
