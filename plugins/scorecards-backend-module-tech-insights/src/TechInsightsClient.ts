import { AuthService, DiscoveryService } from '@backstage/backend-plugin-api';
import { ResponseError, ServiceUnavailableError } from '@backstage/errors';
import { createServiceClient, ServiceClient } from '@fairlead/service-client';
import { setTimeout } from 'node:timers/promises';
import { LatestRow, parseLatest, parseRetrievers, Retriever } from './answers';

/** How often it is asked, when it is busy or not there. */
const ATTEMPTS = 4;
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 60_000;

/** So many ids in one address: beyond that many, its parser of queries makes no list of them. */
const IDS_AT_ONCE = 20;

const BUSY = [429, 502, 503, 504];

/** Asks tech-insights over its public API, as the service that scorecards is. */
export class TechInsightsClient {
  readonly #ask: ServiceClient;

  static create(options: {
    auth: AuthService;
    discovery: DiscoveryService;
  }): TechInsightsClient {
    return new TechInsightsClient(options);
  }

  private constructor(options: {
    auth: AuthService;
    discovery: DiscoveryService;
  }) {
    this.#ask = createServiceClient({ ...options, pluginId: 'tech-insights' });
  }

  async readRetrievers(signal: AbortSignal): Promise<Retriever[]> {
    return parseRetrievers(await this.#read('/fact-schemas', signal));
  }

  /** What these retrievers last saw of an entity; those that have seen nothing of it have no key. */
  async readLatest(
    entityRef: string,
    options: { retrieverIds: readonly string[]; signal: AbortSignal },
  ): Promise<Record<string, LatestRow>> {
    const { retrieverIds, signal } = options;
    const rows: Record<string, LatestRow> = {};
    for (let from = 0; from < retrieverIds.length; from += IDS_AT_ONCE) {
      const query = new URLSearchParams({ entity: entityRef });
      for (const id of retrieverIds.slice(from, from + IDS_AT_ONCE)) {
        query.append('ids[]', id);
      }
      Object.assign(
        rows,
        parseLatest(await this.#read(`/facts/latest?${query}`, signal)),
      );
    }
    return rows;
  }

  /** Throws a ServiceUnavailableError once it has been busy or not there for long enough. */
  async #read(path: string, signal: AbortSignal): Promise<unknown> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        const response = await this.#ask(path, { signal });
        return await response.json();
      } catch (error) {
        signal.throwIfAborted();
        if (
          error instanceof ResponseError &&
          !BUSY.includes(error.statusCode)
        ) {
          throw error;
        }
        // Another error than a response's is one of the connection.
        if (attempt === ATTEMPTS) {
          throw new ServiceUnavailableError(
            `tech-insights did not answer ${ATTEMPTS} times`,
            error,
          );
        }
        await setTimeout(pauseAfter(attempt, error), undefined, { signal });
      }
    }
  }
}

/** As long as the answer asks for, and else twice as long each time. */
function pauseAfter(attempt: number, error: unknown): number {
  const asked =
    error instanceof ResponseError
      ? Number(error.response.headers.get('Retry-After') ?? NaN) * 1_000
      : NaN;
  return Math.min(
    LONGEST_PAUSE,
    Number.isNaN(asked) ? FIRST_PAUSE * 2 ** (attempt - 1) : asked,
  );
}
