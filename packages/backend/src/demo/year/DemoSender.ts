import { AuthService, DiscoveryService } from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';
import { setTimeout as sleep } from 'node:timers/promises';
import { DemoDelivery } from './DemoDelivery';
import { hmacOf } from './signature';

/** What the senders of the demo share with the portal. */
export interface DemoSecrets {
  github: string;
  gitlab: string;
  pagerduty: string;
  rootly: string;
  alertmanager: string;
}

const BATCH = 200;
const CONCURRENCY = 8;

/** Every sender of webhooks tries again where the portal is busy. */
const ATTEMPTS = 10;
const PAUSE = 500;

/** Sends deliveries through the doors that everybody's deliveries come through. */
export class DemoSender {
  readonly #auth: AuthService;
  readonly #discovery: DiscoveryService;
  readonly #secrets: DemoSecrets;

  static create(options: {
    auth: AuthService;
    discovery: DiscoveryService;
    secrets: DemoSecrets;
  }): DemoSender {
    return new DemoSender(options);
  }

  private constructor(options: {
    auth: AuthService;
    discovery: DiscoveryService;
    secrets: DemoSecrets;
  }) {
    this.#auth = options.auth;
    this.#discovery = options.discovery;
    this.#secrets = options.secrets;
  }

  /** Sends all of them, some at a time. Throws a ResponseError for the first that is not taken. */
  async send(deliveries: readonly DemoDelivery[]): Promise<void> {
    const webhooks = deliveries.filter(({ door }) => door !== 'cdevents');
    const events = deliveries.filter(({ door }) => door === 'cdevents');
    const waiting = [
      ...webhooks.map(delivery => () => this.#sendWebhook(delivery)),
      ...batchesOf(events).map(batch => () => this.#sendEvents(batch)),
    ][Symbol.iterator]();
    const sendNext = async () => {
      for (const send of waiting) {
        await send();
      }
    };
    await Promise.all(Array.from({ length: CONCURRENCY }, sendNext));
  }

  async #sendWebhook(delivery: DemoDelivery): Promise<void> {
    const body = JSON.stringify(delivery.body);
    await this.#post(
      `${await this.#discovery.getBaseUrl('events')}/http/${delivery.door}`,
      body,
      this.#headersOf(delivery, body),
    );
  }

  #headersOf(
    { at, door, event }: DemoDelivery,
    body: string,
  ): Record<string, string> {
    switch (door) {
      case 'github':
        return {
          'X-GitHub-Event': event,
          'X-Hub-Signature-256': `sha256=${hmacOf(this.#secrets.github, body)}`,
        };
      case 'gitlab':
        return {
          'X-Gitlab-Event': event,
          'X-Gitlab-Token': this.#secrets.gitlab,
        };
      case 'alertmanager':
        return { Authorization: `Bearer ${this.#secrets.alertmanager}` };
      case 'rootly':
        return {
          'X-Rootly-Signature': `t=${at},v1=${hmacOf(
            this.#secrets.rootly,
            `${at}${body}`,
          )}`,
        };
      default:
        return {
          'X-PagerDuty-Signature': `v1=${hmacOf(
            this.#secrets.pagerduty,
            body,
          )}`,
        };
    }
  }

  async #sendEvents(batch: readonly DemoDelivery[]): Promise<void> {
    const { token } = await this.#auth.getPluginRequestToken({
      onBehalfOf: await this.#auth.getOwnServiceCredentials(),
      targetPluginId: 'delivery',
    });
    const cloudEvents = batch.map(({ body, at }) => {
      const { id, source, type } = body.context as Record<string, string>;
      return {
        specversion: '1.0',
        id,
        source,
        type,
        time: new Date(at).toISOString(),
        datacontenttype: 'application/json',
        data: body,
      };
    });
    await this.#post(
      `${await this.#discovery.getBaseUrl('delivery')}/events`,
      JSON.stringify(cloudEvents),
      {
        Authorization: `Bearer ${token}`,
        'Content-Type': 'application/cloudevents-batch+json',
      },
    );
  }

  async #post(url: string, body: string, headers: Record<string, string>) {
    for (let attempt = 1; ; attempt += 1) {
      const response = await fetch(url, {
        method: 'POST',
        body,
        headers: { 'Content-Type': 'application/json', ...headers },
      });
      const isBusy = response.status === 503 && attempt < ATTEMPTS;
      if (!response.ok && !isBusy) {
        throw await ResponseError.fromResponse(response);
      }
      // An unread body would keep the connection from being reused.
      await response.arrayBuffer();
      if (response.ok) {
        return;
      }
      await sleep(PAUSE);
    }
  }
}

function batchesOf(events: readonly DemoDelivery[]): DemoDelivery[][] {
  return Array.from({ length: Math.ceil(events.length / BATCH) }, (_, i) =>
    events.slice(i * BATCH, (i + 1) * BATCH),
  );
}
