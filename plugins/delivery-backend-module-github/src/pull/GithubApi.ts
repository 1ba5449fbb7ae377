import { LoggerService } from '@backstage/backend-plugin-api';
import {
  GithubCredentialsProvider,
  GithubIntegrationConfig,
} from '@backstage/integration';
import { ApiObject, ApiPage, encodeSlug, RestApi } from '@fairlead/rest-pull';
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
export class GithubApi extends RestApi {
  readonly #octokit: Octokit;
  readonly #signal: AbortSignal;

  static async create(options: GithubApiOptions): Promise<GithubApi> {
    const { integration, credentials, signal, logger } = options;
    const slug = encodeSlug(options.slug);
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
    super(`${octokit.request.endpoint.DEFAULTS.baseUrl}/repos/${slug}`);
    this.#octokit = octokit;
    this.#signal = signal;
  }

  /** @param path - below the repository, for example `/pulls/1` */
  async get(path = ''): Promise<ApiObject> {
    const { data } = await this.#octokit.request(this.#request(path));
    return data;
  }

  protected async *pages(
    path: string,
    headers: Record<string, string> = {},
  ): AsyncIterable<ApiPage> {
    const pages = this.#octokit.paginate.iterator<ApiObject>({
      ...this.#request(path),
      per_page: 100,
      headers,
    });
    for await (const { data: items, headers: answered } of pages) {
      yield { items, etag: answered.etag };
    }
  }

  #request(path: string) {
    return {
      method: 'GET' as const,
      url: this.urlOf(path),
      request: { signal: this.#signal },
    };
  }
}
