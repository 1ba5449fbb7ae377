import { AuthService, DiscoveryService } from '@backstage/backend-plugin-api';
import {
  EntityRunbookValues,
  FinishedDrill,
  RunbookDocument,
} from '@fairlead/backstage-plugin-runbooks-common';
import { createServiceClient, ServiceClient } from '@fairlead/service-client';
import { RunbooksService, ValuesPage } from './service';

/** Speaks to the runbooks backend over HTTP. */
export class RunbooksServiceClient implements RunbooksService {
  readonly #ask: ServiceClient;

  static create(options: {
    auth: AuthService;
    discovery: DiscoveryService;
  }): RunbooksServiceClient {
    return new RunbooksServiceClient(options);
  }

  private constructor(options: {
    auth: AuthService;
    discovery: DiscoveryService;
  }) {
    this.#ask = createServiceClient({ ...options, pluginId: 'runbooks' });
  }

  async readEntityValues(
    options: { after?: string; limit?: number } = {},
  ): Promise<ValuesPage<EntityRunbookValues>> {
    return this.#get('/entity-values', options);
  }

  async readSearchDocuments(
    options: { after?: string; limit?: number } = {},
  ): Promise<ValuesPage<RunbookDocument>> {
    return this.#get('/search-documents', options);
  }

  async readFinishedDrills(
    options: { after?: string; limit?: number } = {},
  ): Promise<ValuesPage<FinishedDrill>> {
    return this.#get('/finished-drills', options);
  }

  async #get<T>(
    path: string,
    options: { after?: string; limit?: number },
  ): Promise<T> {
    const given = Object.entries(options).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, String(value)]],
    );
    const response = await this.#ask(`${path}?${new URLSearchParams(given)}`);
    return response.json();
  }
}
