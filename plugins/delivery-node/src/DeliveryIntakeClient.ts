import { AuthService, DiscoveryService } from '@backstage/backend-plugin-api';
import { InputError, ResponseError } from '@backstage/errors';
import { EventParams } from '@backstage/plugin-events-node';
import { WebhookKeeper } from '@fairlead/webhook-ingress';
import { noteKept } from './keptEvents';

/** Milliseconds. Senders wait for ten seconds, and shall have an answer by then. */
const ANSWER_WITHIN = 8_000;

/** Has the delivery backend keep webhooks, over HTTP: it may run in another process. */
export class DeliveryIntakeClient implements WebhookKeeper {
  readonly #auth: AuthService;
  readonly #discovery: DiscoveryService;

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
    this.#auth = options.auth;
    this.#discovery = options.discovery;
  }

  async keep(event: EventParams, body: string): Promise<void> {
    const [baseUrl, { token }] = await Promise.all([
      this.#discovery.getBaseUrl('delivery'),
      this.#auth.getPluginRequestToken({
        onBehalfOf: await this.#auth.getOwnServiceCredentials(),
        targetPluginId: 'delivery',
      }),
    ]);
    const response = await fetch(
      `${baseUrl}/webhooks/${encodeURIComponent(event.topic)}`,
      {
        method: 'POST',
        headers: {
          Authorization: `Bearer ${token}`,
          'Content-Type': 'application/json',
        },
        body: JSON.stringify({ headers: readHeaders(event), payload: body }),
        signal: AbortSignal.timeout(ANSWER_WITHIN),
      },
    );
    if (response.ok) {
      // An unread body would keep the connection from being reused.
      await response.arrayBuffer();
      noteKept(event);
      return;
    }
    const error = await ResponseError.fromResponse(response);
    throw [400, 413].includes(response.status)
      ? new InputError(error.cause.message)
      : error;
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
