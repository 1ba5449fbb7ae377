import {
  LoggerService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import {
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
import { GitlabOptions } from '../GitlabOptions';
import { SLUG_ANNOTATION } from '../read/observation';
import { GitlabApi } from './GitlabApi';
import { LocatedProject, locateProjects } from './locateProjects';
import { ProjectPull } from './ProjectPull';
import { pullDeployments } from './pullDeployments';
import { pullIssues } from './pullIssues';
import { pullMergeRequests } from './pullMergeRequests';
import { pullPushes, pullReleases } from './pullOthers';
import { pullPipelines } from './pullPipelines';
import { GITLAB } from './service';

interface GitlabPullOptions {
  config: RootConfigService;
  logger: LoggerService;
  options: GitlabOptions;
  /** How long a second of waiting takes, in milliseconds; for tests. */
  second?: number;
}

/** All that a project has to tell, as events of the same kinds as it sends. */
async function* pullProject(pull: ProjectPull) {
  yield* pullPipelines(pull);
  yield* pullDeployments(pull);
  yield* pullPushes(pull);
  yield* pullMergeRequests(pull);
  yield* pullIssues(pull);
  if (pull.options.releaseEnvironment) {
    yield* pullReleases(pull);
  }
}

/** Asks GitLab for what it may have failed to send, through the integrations of the app. */
export class GitlabPull implements DeliveryPull {
  readonly annotations = [SLUG_ANNOTATION, LOCATION_ANNOTATION];
  readonly #integrations: ScmIntegrationRegistry;
  readonly #settings: Omit<GitlabPullOptions, 'config'>;

  static create(options: GitlabPullOptions): GitlabPull {
    return new GitlabPull(options);
  }

  private constructor({ config, ...settings }: GitlabPullOptions) {
    this.#integrations = ScmIntegrations.fromConfig(config);
    this.#settings = settings;
  }

  pull(request: PullRequest): AsyncIterable<PulledPage> {
    const { cache, signal, subjects } = request;
    return pullEach({
      cache,
      located: locateProjects(subjects, this.#integrations),
      pullOne: (located, deferred) =>
        this.#pullOne(located, { ...request, cache: deferred }),
      service: GITLAB,
      signal,
    });
  }

  async *#pullOne(
    { hosts, slug }: LocatedProject,
    { since, until, cache, signal }: PullRequest,
  ) {
    const { logger, options, second } = this.#settings;
    const { api, found } = await findOnHosts({
      hosts,
      open: integration =>
        GitlabApi.create({ integration, slug, signal, logger, second }),
      service: GITLAB,
    });
    const defaultBranch = textOf(found, 'default_branch') ?? 'main';
    const { id, path_with_namespace, ci_config_path, web_url } = found;
    yield* pullProject({
      api,
      cache,
      since,
      until,
      options,
      defaultBranch,
      project: {
        id,
        path_with_namespace,
        ci_config_path,
        web_url,
        default_branch: defaultBranch,
      },
    });
  }
}
