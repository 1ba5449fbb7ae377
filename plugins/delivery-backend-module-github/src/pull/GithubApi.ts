import { LoggerService } from '@backstage/backend-plugin-api';
import {
  GithubCredentialsProvider,
  GithubIntegrationConfig,
} from '@backstage/integration';
import { JsonObject, JsonValue } from '@backstage/types';
import { PullCache } from '@fairlead/backstage-plugin-delivery-node';
import { retry } from '@octokit/plugin-retry';
import { throttling } from '@octokit/plugin-throttling';
import { Octokit } from '@octokit/rest';

type OctokitPlugin = Parameters<typeof Octokit.plugin>[0];

// Both are declared against another copy of @octokit/core than Octokit itself; at run time there is no difference.
const ThrottledOctokit = Octokit.plugin(
  throttling as unknown as OctokitPlugin,
  retry as unknown as OctokitPlugin,
);

/** The window of GitHub's rate limit. Who has to wait longer had better try again later. */
const LONGEST_WAIT_SECONDS = 3600;

const MAX_RETRIES = 3;

/** An object of GitHub's API. The readers look at what they need of it. */
export type ApiObject = JsonObject;

/** What it takes to ask about one repository. */
export interface GithubApiOptions {
  integration: GithubIntegrationConfig;
  credentials: GithubCredentialsProvider;
  /** For example `acme/shop`. */
  slug: string;
  signal: AbortSignal;
  logger: LoggerService;
  /** How long a second of waiting takes, in milliseconds. */
  second?: number;
}

/**
 * Asks GitHub about one repository, with the credentials that the integration gives for it.
 *
 * @remarks
 * At most ten requests to a host are under way at once. Limits are waited for as GitHub asks (`retry-after`,
 * `x-ratelimit-reset`), and what fails on GitHub's side is tried again.
 */
export class GithubApi {
  readonly #octokit: Octokit;
  readonly #slug: string;
  readonly #signal: AbortSignal;

  static async create(options: GithubApiOptions): Promise<GithubApi> {
    const { integration, credentials, slug, signal, logger } = options;
    const { token } = await credentials.getCredentials({
      url: `https://${integration.host}/${slug}`,
    });
    const { second = 1000 } = options;
    const mayWait =
      (name: string) =>
      (
        seconds: number,
        _request: unknown,
        _octokit: unknown,
        tries: number,
      ) => {
        logger.info(
          `The ${name} of ${integration.host} is used up for another ${seconds} s`,
        );
        return seconds <= LONGEST_WAIT_SECONDS && tries < MAX_RETRIES;
      };
    const octokit = new ThrottledOctokit({
      auth: token,
      baseUrl: integration.apiBaseUrl,
      log: {
        debug: () => {},
        info: () => {},
        warn: message => logger.debug(message),
        error: message => logger.debug(message),
      },
      throttle: {
        id: integration.host,
        retryAfterBaseValue: second,
        onRateLimit: mayWait('rate limit'),
        onSecondaryRateLimit: mayWait('secondary rate limit'),
      },
      retry: { retryAfterBaseValue: second, retries: MAX_RETRIES },
    });
    return new GithubApi(octokit, slug, signal);
  }

  private constructor(octokit: Octokit, slug: string, signal: AbortSignal) {
    this.#octokit = octokit;
    this.#slug = slug;
    this.#signal = signal;
  }

  /** @param path - below the repository, for example `/pulls/1` */
  async get(path = ''): Promise<ApiObject> {
    const { data } = await this.#octokit.request(this.#request(path));
    return data;
  }

  /** The items of a list, page by page. */
  async *list(
    path: string,
    headers: Record<string, string> = {},
    onEtag: (etag: string | undefined) => void = () => {},
  ): AsyncIterable<ApiObject[]> {
    const pages = this.#octokit.paginate.iterator<ApiObject>({
      ...this.#request(path),
      per_page: 100,
      headers,
    });
    let isFirst = true;
    for await (const page of pages) {
      if (isFirst) {
        onEtag(page.headers.etag);
        isFirst = false;
      }
      yield page.data;
    }
  }

  /** All items of a list. */
  async all(path: string): Promise<ApiObject[]> {
    const items: ApiObject[] = [];
    for await (const page of this.list(path)) {
      items.push(...page);
    }
    return items;
  }

  /**
   * The items of a list whose newest come first, down to the first one that is older than `since`. Nothing if the
   * list did not change since a pull of the same length last took all of it.
   */
  async *newest(
    path: string,
    options: {
      timeOf(item: ApiObject): JsonValue | undefined;
      since: string;
      until: string;
      cache?: PullCache;
    },
  ): AsyncIterable<ApiObject[]> {
    const { timeOf, since, until, cache } = options;
    const start = Date.parse(since);
    const hours = Math.round((Date.parse(until) - start) / 3_600_000);
    const base = this.#octokit.request.endpoint.DEFAULTS.baseUrl;
    const url = `${base}/repos/${this.#slug}${path}#${hours}h`;
    const known = await cache?.get(url);
    let etag: string | undefined;
    try {
      const pages = this.list(
        path,
        known && { 'if-none-match': known.etag },
        value => {
          etag = value;
        },
      );
      for await (const items of pages) {
        const recent = items.filter(
          item => Date.parse(String(timeOf(item))) >= start,
        );
        if (recent.length > 0) {
          yield recent;
        }
        if (recent.length < items.length) {
          break;
        }
      }
    } catch (error) {
      if (error.status === 304) {
        return;
      }
      throw error;
    }
    if (etag) {
      await cache?.set(url, { etag });
    }
  }

  #request(path: string) {
    return {
      method: 'GET' as const,
      url: `/repos/${this.#slug}${path}`,
      request: { signal: this.#signal },
    };
  }
}
