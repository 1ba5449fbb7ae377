import {
  LoggerService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import {
  BitbucketCloudIntegrationConfig,
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
  LocatedSubject,
  LOCATION_ANNOTATION,
  locateSubjects,
  pullEach,
} from '@fairlead/rest-pull';
import { SLUG_ANNOTATION } from '../read/observation';
import { BITBUCKET, BitbucketApi } from './BitbucketApi';
import { pullRepository } from './pullRepository';

interface BitbucketPullOptions {
  config: RootConfigService;
  logger: LoggerService;
  /** How long a second of waiting takes, in milliseconds; for tests. */
  second?: number;
}

/** Asks Bitbucket for what it does not send or may have failed to send, through the integration of the app. */
export class BitbucketPull implements DeliveryPull {
  readonly annotations = [SLUG_ANNOTATION, LOCATION_ANNOTATION];
  readonly #integrations: ScmIntegrationRegistry;
  readonly #settings: Omit<BitbucketPullOptions, 'config'>;

  static create(options: BitbucketPullOptions): BitbucketPull {
    return new BitbucketPull(options);
  }

  private constructor({ config, ...settings }: BitbucketPullOptions) {
    this.#integrations = ScmIntegrations.fromConfig(config);
    this.#settings = settings;
  }

  pull(request: PullRequest): AsyncIterable<PulledPage> {
    const { cache, signal, subjects } = request;
    return pullEach({
      cache,
      located: locateSubjects(subjects, {
        integrations: this.#integrations.bitbucketCloud,
        publicHost: 'bitbucket.org',
        hasCredentials: ({ appPassword, clientSecret, token }) =>
          Boolean(appPassword || clientSecret || token),
        annotation: SLUG_ANNOTATION,
        slug: /^[^/]+\/[^/]+$/,
        form: 'workspace/repository',
        slugIn: ({ pathname }) =>
          pathname
            .slice(1)
            .split('/')
            .slice(0, 2)
            .join('/')
            .replace(/\.git$/, ''),
      }),
      pullOne: (located, deferred) =>
        this.#pullOne(located, { ...request, cache: deferred }),
      service: BITBUCKET,
      signal,
    });
  }

  async *#pullOne(
    { hosts, slug }: LocatedSubject<BitbucketCloudIntegrationConfig>,
    { since, until, cache, signal }: PullRequest,
  ) {
    const { logger, second } = this.#settings;
    const { api, found: repository } = await findOnHosts({
      hosts,
      open: integration =>
        BitbucketApi.create({ integration, slug, signal, logger, second }),
      service: BITBUCKET,
    });
    yield* pullRepository({ api, cache, since, until, repository });
  }
}
