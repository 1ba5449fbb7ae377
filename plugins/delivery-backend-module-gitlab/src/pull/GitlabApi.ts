import { LoggerService } from '@backstage/backend-plugin-api';
import {
  getGitLabRequestOptions,
  GitLabIntegrationConfig,
} from '@backstage/integration';
import { ApiObject, ApiPage, encodeSlug, RestApi } from '@fairlead/rest-pull';
import { setTimeout as sleep } from 'node:timers/promises';

/** Who has to wait longer for a limit had better try again later. */
const LONGEST_WAIT_SECONDS = 3600;

const MAX_RETRIES = 3;

/** How many requests to a host are under way at once. */
const CONCURRENCY = 5;

/** An answer of GitLab other than success. */
export class GitlabError extends Error {
  override readonly name = 'GitlabError';

  constructor(readonly status: number) {
    super(`GitLab answered ${status}`);
  }
}

/** What it takes to ask about one project. */
export interface GitlabApiOptions {
  integration: GitLabIntegrationConfig;
  /** For example `acme/shop`. */
  slug: string;
  signal: AbortSignal;
  logger: LoggerService;
  /** How long a second of waiting takes, in milliseconds. */
  second?: number;
}

/** How long GitLab asks to wait, in seconds; undefined if the answer is final. */
function pauseOf({ status, headers }: Response, tries: number) {
  if (status === 429) {
    const reset = Number(headers.get('ratelimit-reset')) - Date.now() / 1000;
    return Number(headers.get('retry-after')) || Math.max(1, Math.ceil(reset));
  }
  return status >= 500 ? (tries + 1) ** 2 : undefined;
}

/**
 * Asks GitLab about one project, with the token of the integration. Limits are waited for as GitLab asks, and what fails
 * on its side is tried again.
 */
export class GitlabApi extends RestApi {
  readonly #options: GitlabApiOptions;

  static create(options: GitlabApiOptions): GitlabApi {
    return new GitlabApi(options);
  }

  private constructor(options: GitlabApiOptions) {
    const { integration, slug } = options;
    const project = encodeURIComponent(encodeSlug(slug));
    super(`${integration.apiBaseUrl}/projects/${project}`);
    this.#options = options;
  }

  /** @param path - below the project, for example `/merge_requests/1` */
  async get(path = ''): Promise<ApiObject> {
    const response = await this.#ask(this.urlOf(path));
    return (await response.json()) as ApiObject;
  }

  protected async *pages(
    path: string,
    headers: Record<string, string> = {},
  ): AsyncIterable<ApiPage> {
    const url = new URL(this.urlOf(path));
    url.searchParams.set('per_page', '100');
    for (let page: string | null = '1'; page; ) {
      url.searchParams.set('page', page);
      const response = await this.#ask(url.href, headers);
      yield {
        items: (await response.json()) as ApiObject[],
        etag: response.headers.get('etag') ?? undefined,
      };
      page = response.headers.get('x-next-page');
    }
  }

  /** Does something for each item, a few at a time. */
  async each<T, R>(
    items: readonly T[],
    work: (item: T) => Promise<R>,
  ): Promise<R[]> {
    const results: R[] = [];
    for (let start = 0; start < items.length; start += CONCURRENCY) {
      const part = items.slice(start, start + CONCURRENCY);
      results.push(...(await Promise.all(part.map(work))));
    }
    return results;
  }

  async #ask(
    url: string,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    const { integration, signal, logger, second = 1000 } = this.#options;
    const authorized = getGitLabRequestOptions(integration).headers;
    for (let tries = 0; ; tries++) {
      const response = await fetch(url, {
        headers: { ...authorized, ...headers },
        signal,
      });
      if (response.ok) {
        return response;
      }
      const pause = pauseOf(response, tries);
      const isWorthIt = pause !== undefined && pause <= LONGEST_WAIT_SECONDS;
      if (!isWorthIt || tries === MAX_RETRIES) {
        throw new GitlabError(response.status);
      }
      logger.debug(
        `${integration.host} answered ${response.status}; asking again in ${pause} s`,
      );
      await sleep(pause * second, undefined, { signal });
    }
  }
}
