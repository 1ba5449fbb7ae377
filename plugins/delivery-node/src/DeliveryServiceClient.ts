import { AuthService, DiscoveryService } from '@backstage/backend-plugin-api';
import {
  DeliveredChangesPage,
  EntityMeasureValues,
  FeedPage,
  RecordKind,
  UserPersons,
} from '@fairlead/backstage-plugin-delivery-common';
import { createServiceClient, ServiceClient } from '@fairlead/service-client';
import { DeliveryService } from './service';

/** Speaks to the delivery backend over HTTP. */
export class DeliveryServiceClient implements DeliveryService {
  readonly #ask: ServiceClient;

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
    this.#ask = createServiceClient({ ...options, pluginId: 'delivery' });
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

  async readPeople(options: {
    userRefs: readonly string[];
  }): Promise<{ items: UserPersons[] }> {
    const { userRefs } = options;
    const response = await this.#ask('/people', {
      method: 'POST',
      body: JSON.stringify({ userRefs }),
    });
    return response.json();
  }

  async readDeliveredChanges(
    options: { after?: string; limit?: number } = {},
  ): Promise<DeliveredChangesPage> {
    return this.#get('/delivered-changes', { ...options });
  }

  async #get<T>(
    path: string,
    query: Record<string, string | number | undefined>,
  ): Promise<T> {
    const given = Object.entries(query).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, String(value)]],
    );
    const response = await this.#ask(`${path}?${new URLSearchParams(given)}`);
    return response.json();
  }
}
