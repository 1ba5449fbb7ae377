import {
  LoggerService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import {
  DefaultGithubCredentialsProvider,
  GithubCredentialsProvider,
  ScmIntegrationRegistry,
  ScmIntegrations,
} from '@backstage/integration';
import { JsonObject } from '@backstage/types';
import {
  DeliveryPull,
  PulledPage,
  PullRequest,
} from '@fairlead/backstage-plugin-delivery-node';
import { GithubOptions } from '../GithubOptions';
import { SLUG_ANNOTATION } from '../read/observation';
import { deferCache } from './deferCache';
import { describeFailure } from './describeFailure';
import { GithubApi } from './GithubApi';
import {
  LOCATION_ANNOTATION,
  LocatedRepository,
  locateRepositories,
} from './locateRepositories';
import { pullRepository } from './pullRepository';
import { textOf } from './RepositoryPull';

interface GithubPullOptions {
  config: RootConfigService;
  logger: LoggerService;
  options: GithubOptions;
  /** How long a second of waiting takes, in milliseconds; for tests. */
  second?: number;
}

/** Asks GitHub for what it may have failed to send, through the integrations of the app. */
export class GithubPull implements DeliveryPull {
  readonly annotations = [SLUG_ANNOTATION, LOCATION_ANNOTATION];
  readonly #integrations: ScmIntegrationRegistry;
  readonly #credentials: GithubCredentialsProvider;
  readonly #settings: Omit<GithubPullOptions, 'config'>;

  static create(options: GithubPullOptions): GithubPull {
    return new GithubPull(options);
  }

  private constructor({ config, ...settings }: GithubPullOptions) {
    this.#integrations = ScmIntegrations.fromConfig(config);
    this.#credentials = DefaultGithubCredentialsProvider.fromIntegrations(
      this.#integrations,
    );
    this.#settings = settings;
  }

  async *pull(request: PullRequest): AsyncIterable<PulledPage> {
    const repositories = locateRepositories(
      request.subjects,
      this.#integrations,
    );
    for (const repository of repositories) {
      request.signal.throwIfAborted();
      try {
        for await (const payloads of this.#pullOne(repository, request)) {
          if (payloads.length > 0) {
            yield { payloads };
          }
        }
        yield { payloads: [] };
      } catch (error) {
        request.signal.throwIfAborted();
        const { subject } = repository;
        const reason = describeFailure(error);
        yield { payloads: [], failed: [{ subject, reason }] };
      }
    }
  }

  async *#pullOne(
    located: LocatedRepository,
    { since, until, cache, signal }: PullRequest,
  ) {
    const { api, found } = await this.#find(located, signal);
    const defaultBranch = textOf(found, 'default_branch') ?? 'main';
    const deferred = deferCache(cache);
    yield* pullRepository({
      api,
      cache: deferred.cache,
      since,
      until,
      options: this.#settings.options,
      defaultBranch,
      repository: {
        full_name: found.full_name,
        default_branch: defaultBranch,
      },
    });
    await deferred.flush();
  }

  /** Asks the hosts in turn, for the first that knows the repository. */
  async #find(
    { hosts, slug }: LocatedRepository,
    signal: AbortSignal,
  ): Promise<{ api: GithubApi; found: JsonObject }> {
    const { logger, second } = this.#settings;
    for (const [index, integration] of hosts.entries()) {
      try {
        const api = await GithubApi.create({
          integration,
          credentials: this.#credentials,
          slug,
          signal,
          logger,
          second,
        });
        return { api, found: await api.get() };
      } catch (error) {
        if (error.status !== 404 || index === hosts.length - 1) {
          throw error;
        }
      }
    }
    throw new Error('No GitHub integration is configured');
  }
}
