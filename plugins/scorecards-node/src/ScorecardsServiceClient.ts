import {
  AuthService,
  BackstageCredentials,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import { ResponseError } from '@backstage/errors';
import {
  EntityFactsResponse,
  Fact,
  FactEntry,
  GateRequest,
  GateResponse,
  KnownFact,
  PostFactsResponse,
} from '@fairlead/backstage-plugin-scorecards-common';
import { createServiceClient, ServiceClient } from '@fairlead/service-client';
import { ScorecardsService } from './service';

/** Well below what `POST /facts` takes at once: 1,000 entries and 1 MiB. */
const PART = { entries: 500, bytes: 512 * 1024 };

/** Speaks to the scorecards backend over HTTP. */
export class ScorecardsServiceClient implements ScorecardsService {
  readonly #ask: ServiceClient;

  static create(options: {
    auth: AuthService;
    discovery: DiscoveryService;
  }): ScorecardsServiceClient {
    return new ScorecardsServiceClient(options);
  }

  private constructor(options: {
    auth: AuthService;
    discovery: DiscoveryService;
  }) {
    this.#ask = createServiceClient({ ...options, pluginId: 'scorecards' });
  }

  async putFacts(entries: FactEntry[]): Promise<PostFactsResponse> {
    const total: PostFactsResponse = { accepted: 0, rejected: [] };
    let sent = 0;
    for (const part of inParts(entries)) {
      const first = sent;
      const response = await this.#ask('/facts', {
        method: 'POST',
        body: `{"facts":[${part}]}`,
      });
      const { accepted, rejected }: PostFactsResponse = await response.json();
      total.accepted += accepted;
      total.rejected.push(
        ...rejected.map(({ index, reason }) => ({
          index: index + first,
          reason,
        })),
      );
      sent += part.length;
    }
    return total;
  }

  async listFacts(): Promise<KnownFact[]> {
    const response = await this.#ask('/facts');
    const { items }: { items: KnownFact[] } = await response.json();
    return items;
  }

  async readFacts(entityRef: string): Promise<Fact[]> {
    const { kind, namespace, name } = parseEntityRef(entityRef);
    const path = [kind, namespace, name].map(encodeURIComponent).join('/');
    try {
      const response = await this.#ask(`/facts/${path}`);
      const { facts }: EntityFactsResponse = await response.json();
      return facts;
    } catch (error) {
      if (error instanceof ResponseError && error.statusCode === 404) {
        return [];
      }
      throw error;
    }
  }

  async checkGate(
    request: GateRequest,
    options: { credentials: BackstageCredentials },
  ): Promise<GateResponse> {
    const response = await this.#ask('/gate', {
      method: 'POST',
      body: JSON.stringify(request),
      onBehalfOf: options.credentials,
    });
    return response.json();
  }
}

/** The entries as JSON, in parts that fit into a request. */
function* inParts(entries: readonly FactEntry[]): Iterable<string[]> {
  let part: string[] = [];
  let bytes = 0;
  for (const entry of entries) {
    const json = JSON.stringify(entry);
    const size = Buffer.byteLength(json);
    const isFull = part.length === PART.entries || bytes + size > PART.bytes;
    if (isFull && part.length > 0) {
      yield part;
      part = [];
      bytes = 0;
    }
    part.push(json);
    bytes += size;
  }
  if (part.length > 0) {
    yield part;
  }
}
