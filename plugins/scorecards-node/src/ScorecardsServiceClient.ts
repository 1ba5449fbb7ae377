import { AuthService, DiscoveryService } from '@backstage/backend-plugin-api';
import { ResponseError } from '@backstage/errors';
import {
  FactEntry,
  KnownFact,
  PostFactsResponse,
} from '@fairlead/backstage-plugin-scorecards-common';
import { ScorecardsService } from './service';

/** Well below what `POST /facts` takes at once: 1,000 entries and 1 MiB. */
const PART = { entries: 500, bytes: 512 * 1024 };

/** Speaks to the scorecards backend over HTTP. */
export class ScorecardsServiceClient implements ScorecardsService {
  readonly #auth: AuthService;
  readonly #discovery: DiscoveryService;

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
    this.#auth = options.auth;
    this.#discovery = options.discovery;
  }

  async putFacts(entries: FactEntry[]): Promise<PostFactsResponse> {
    const total: PostFactsResponse = { accepted: 0, rejected: [] };
    let sent = 0;
    for (const part of inParts(entries)) {
      const first = sent;
      const { accepted, rejected } = await this.#request<PostFactsResponse>(
        '/facts',
        { method: 'POST', body: `{"facts":[${part}]}` },
      );
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
    return (await this.#request<{ items: KnownFact[] }>('/facts')).items;
  }

  async #request<T>(path: string, init?: RequestInit): Promise<T> {
    const [baseUrl, { token }] = await Promise.all([
      this.#discovery.getBaseUrl('scorecards'),
      this.#auth.getPluginRequestToken({
        onBehalfOf: await this.#auth.getOwnServiceCredentials(),
        targetPluginId: 'scorecards',
      }),
    ]);
    const response = await fetch(`${baseUrl}${path}`, {
      ...init,
      headers: {
        Authorization: `Bearer ${token}`,
        'Content-Type': 'application/json',
      },
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
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
