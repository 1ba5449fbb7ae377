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
import {
  DeliveryPull,
  PulledPage,
  PullRequest,
} from '@fairlead/backstage-plugin-delivery-node';
import {
  findOnHosts,
  LOCATION_ANNOTATION,
  pullEach,
  textOf,
} from '@fairlead/rest-pull';
import { GithubOptions } from '../GithubOptions';
import { SLUG_ANNOTATION } from '../read/observation';
import { GithubApi } from './GithubApi';
import { LocatedRepository, locateRepositories } from './locateRepositories';
import { pullRepository } from './pullRepository';
import { GITHUB } from './service';

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

  pull(request: PullRequest): AsyncIterable<PulledPage> {
    const { cache, signal, subjects } = request;
    return pullEach({
      cache,
      located: locateRepositories(subjects, this.#integrations),
      pullOne: (located, deferred) =>
        this.#pullOne(located, { ...request, cache: deferred }),
      service: GITHUB,
      signal,
    });
  }

  async *#pullOne(
    { hosts, slug }: LocatedRepository,
    { since, until, cache, signal }: PullRequest,
  ) {
    const { logger, options, second } = this.#settings;
    const credentials = this.#credentials;
    const { api, found } = await findOnHosts({
      hosts,
      open: integration =>
        GithubApi.create({
          integration,
          credentials,
          slug,
          signal,
          logger,
          second,
        }),
      service: GITHUB,
    });
    const defaultBranch = textOf(found, 'default_branch') ?? 'main';
    yield* pullRepository({
      api,
      cache,
      since,
      until,
      options,
      defaultBranch,
      repository: {
        id: found.id,
        full_name: found.full_name,
        html_url: found.html_url,
        default_branch: defaultBranch,
      },
    });
  }
}
