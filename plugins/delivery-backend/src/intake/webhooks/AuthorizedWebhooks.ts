import { AuthService } from '@backstage/backend-plugin-api';
import { InputError, NotAllowedError, NotFoundError } from '@backstage/errors';
import { JsonValue } from '@backstage/types';
import { ForCaller } from '@fairlead/backend-routes';
import { IntakeResponse } from '@fairlead/backstage-plugin-delivery-common';
import { isolated } from '@fairlead/bidi-text';
import { Inbox, untilStored } from '../inbox';
import { SourceRegistry } from '../sources/SourceRegistry';

/** Who proves the senders of webhooks. */
const INGRESS = 'plugin:events';

export interface AuthorizedWebhooksOptions {
  auth: AuthService;
  inbox: Inbox;
  sources: SourceRegistry;
}

/** Webhooks whose senders the events backend has proven. */
export class AuthorizedWebhooks {
  readonly #options: AuthorizedWebhooksOptions;

  static create(options: AuthorizedWebhooksOptions): AuthorizedWebhooks {
    return new AuthorizedWebhooks(options);
  }

  private constructor(options: AuthorizedWebhooksOptions) {
    this.#options = options;
  }

  /**
   * Stores a webhook, or gives up soon: its sender waits. Throws a NotAllowedError for any caller but the events backend,
   * a NotFoundError for a topic that no source reads, and an InputError for a payload that cannot be kept.
   */
  async put(
    webhook: {
      topic: string;
      /** JSON, as it was sent. */
      payload: string;
      headers: Record<string, string>;
    },
    caller: ForCaller,
  ): Promise<IntakeResponse> {
    const { inbox, sources } = this.#options;
    this.#assertIngress(caller);
    const { topic, headers } = webhook;
    const source = sources.ofTopic(topic);
    if (!source) {
      throw new NotFoundError(isolated`No source reads topic '${topic}'`);
    }
    const payload = parsePayload(webhook.payload);
    const received = await untilStored(
      () => inbox.receive(source, [payload], { via: 'webhook', headers }),
      { soon: true },
    );
    const [rejection] = received.rejected;
    if (rejection) {
      throw new InputError(`Payload: ${rejection.reason}`);
    }
    return received;
  }

  #assertIngress({ credentials }: ForCaller): void {
    const isIngress =
      this.#options.auth.isPrincipal(credentials, 'service') &&
      credentials.principal.subject === INGRESS;
    if (!isIngress) {
      throw new NotAllowedError(
        "Webhooks come through the events backend: send them to '/api/events/http'",
      );
    }
  }
}

function parsePayload(text: string): JsonValue {
  try {
    return JSON.parse(text);
  } catch {
    throw new InputError("Body 'payload': is not JSON");
  }
}
