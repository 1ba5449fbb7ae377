import { AuthService, DiscoveryService } from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';
import {
  EntityMeasureValues,
  FeedPage,
  RecordKind,
} from '@fairlead/backstage-plugin-delivery-common';
import { DeliveryService } from './service';

/** Speaks to the delivery backend over HTTP. */
export class DeliveryServiceClient implements DeliveryService {
  readonly #auth: AuthService;
  readonly #discovery: DiscoveryService;

  static create(options: {
    auth: AuthService;
    discovery: DiscoveryService;
  }): DeliveryServiceClient {
    return new DeliveryServiceClient(options);
  }

  private constructor(options: {
    auth: AuthService;
    discovery: DiscoveryService;
  }) {
    this.#auth = options.auth;
    this.#discovery = options.discovery;
  }

  async readFeed(
    options: {
      after?: string;
      kinds?: readonly RecordKind[];
      limit?: number;
    } = {},
  ): Promise<FeedPage> {
    const { after, kinds, limit } = options;
    return this.#get('/feed', { after, kinds: kinds?.join(','), limit });
  }

  async readMeasureValues(
    options: { after?: string; limit?: number } = {},
  ): Promise<{ items: EntityMeasureValues[]; cursor: string }> {
    return this.#get('/measure-values', { ...options });
  }

  async #get<T>(
    path: string,
    query: Record<string, string | number | undefined>,
  ): Promise<T> {
    const [baseUrl, { token }] = await Promise.all([
      this.#discovery.getBaseUrl('delivery'),
      this.#auth.getPluginRequestToken({
        onBehalfOf: await this.#auth.getOwnServiceCredentials(),
        targetPluginId: 'delivery',
      }),
    ]);
    const given = Object.entries(query).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, String(value)]],
    );
    const response = await fetch(
      `${baseUrl}${path}?${new URLSearchParams(given)}`,
      { headers: { Authorization: `Bearer ${token}` } },
    );
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response.json();
  }
}
