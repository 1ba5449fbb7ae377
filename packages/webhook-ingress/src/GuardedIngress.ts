import { RootConfigService } from '@backstage/backend-plugin-api';
import { RequestDetails } from '@backstage/plugin-events-node';
import { readSecretsFromConfig } from './readSecretsFromConfig';

/**
 * A request as it was sent: nothing of its body is read before its sender is proven.
 *
 * @public
 */
export type WebhookRequest = Pick<RequestDetails, 'headers' | 'raw'>;

/**
 * Who may send to a topic of Backstage events over HTTP.
 *
 * @public
 */
export interface GuardedIngress {
  /** The topic, and the last part of the path: `POST /api/events/http/<topic>`. */
  topic: string;
  /** Where the secrets are in the configuration, one or a list of them. */
  configKey: string;
  /** What proves a sender, for example `a header X-Hub-Signature-256`. Told to those who are refused. */
  proof: string;
  /**
   * Whether the request proves that its sender knows one of the secrets; there is at least one. Signatures are made
   * over `request.raw.body`.
   */
  verify(request: WebhookRequest, secrets: readonly string[]): boolean;
  /**
   * Headers that hold a secret as it is, in place of a signature. They are taken away once they are verified: the events
   * service hands headers to subscribers, and writes them to the log at level debug.
   */
  secretHeaders?: readonly string[];
}

/**
 * What to configure for an ingress that takes nothing yet; undefined once it has a secret.
 *
 * @throws InputError if what is configured is no secret
 * @public
 */
export function readIngressRemedy(
  { topic, configKey }: Pick<GuardedIngress, 'topic' | 'configKey'>,
  config: RootConfigService,
): string | undefined {
  return readSecretsFromConfig(config, configKey).length === 0
    ? `Set ${configKey} in the app configuration to take webhooks at /api/events/http/${topic}`
    : undefined;
}
