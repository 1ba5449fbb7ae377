import { LoggerService } from '@backstage/backend-plugin-api';
import {
  BitbucketCloudIntegrationConfig,
  getBitbucketCloudRequestOptions,
} from '@backstage/integration';
import {
  ApiObject,
  ApiPage,
  AskedService,
  encodeSlug,
  RestApi,
} from '@fairlead/rest-pull';
import { setTimeout as sleep } from 'node:timers/promises';

/** Who has to wait longer for a limit had better try again later. */
const LONGEST_WAIT_SECONDS = 3600;

const MAX_RETRIES = 3;

/** An answer of Bitbucket other than success. */
export class BitbucketError extends Error {
  override readonly name = 'BitbucketError';

  constructor(readonly status: number) {
    super(`Bitbucket answered ${status}`);
  }
}

/** Bitbucket, as failures tell of it. */
export const BITBUCKET: AskedService = {
  title: 'Bitbucket Cloud',
  hints: {
    401: 'the credentials of the integration are not valid',
    403: 'the credentials of the integration do not allow it',
    404: 'it does not exist, or the integration may not see it',
    429: 'the rate limit is used up',
  },
  statusOf: error =>
    error instanceof BitbucketError ? error.status : undefined,
};

/** What it takes to ask about one repository. */
export interface BitbucketApiOptions {
  integration: BitbucketCloudIntegrationConfig;
  /** For example `acme/shop`. */
  slug: string;
  signal: AbortSignal;
  logger: LoggerService;
  /** How long a second of waiting takes, in milliseconds. */
  second?: number;
}

/** How long to wait, in seconds; undefined if the answer is final. */
function pauseOf({ status, headers }: Response, tries: number) {
  if (status === 429) {
    return Number(headers.get('retry-after')) || 60;
  }
  return status >= 500 ? (tries + 1) ** 2 : undefined;
}

/**
 * Asks Bitbucket about one repository, with the credentials of the integration. Limits are waited for, and what fails on its
 * side is tried again.
 */
export class BitbucketApi extends RestApi {
  readonly #options: BitbucketApiOptions;

  static create(options: BitbucketApiOptions): BitbucketApi {
    return new BitbucketApi(options);
  }

  private constructor(options: BitbucketApiOptions) {
    const { integration, slug } = options;
    super(`${integration.apiBaseUrl}/repositories/${encodeSlug(slug)}`);
    this.#options = options;
  }

  async get(path = ''): Promise<ApiObject> {
    const response = await this.#ask(this.urlOf(path));
    return (await response.json()) as ApiObject;
  }

  protected async *pages(
    path: string,
    headers: Record<string, string> = {},
  ): AsyncIterable<ApiPage> {
    const url = new URL(this.urlOf(path));
    for (let page = 1, hasNext = true; hasNext; page++) {
      url.searchParams.set('page', String(page));
      const response = await this.#ask(url.href, headers);
      const { next, values } = (await response.json()) as {
        next?: string;
        values?: ApiObject[];
      };
      yield {
        items: values ?? [],
        etag: response.headers.get('etag') ?? undefined,
      };
      hasNext = next !== undefined;
    }
  }

  async #ask(
    url: string,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    const { integration, signal, logger, second = 1000 } = this.#options;
    const authorized = await getBitbucketCloudRequestOptions(integration);
    for (let tries = 0; ; tries++) {
      const response = await fetch(url, {
        headers: { ...authorized.headers, ...headers },
        signal,
      });
      if (response.ok) {
        return response;
      }
      const pause = pauseOf(response, tries);
      const isWorthIt = pause !== undefined && pause <= LONGEST_WAIT_SECONDS;
      if (!isWorthIt || tries === MAX_RETRIES) {
        throw new BitbucketError(response.status);
      }
      logger.debug(
        `${integration.host} answered ${response.status}; asking again in ${pause} s`,
      );
      await sleep(pause * second, undefined, { signal });
    }
  }
}
