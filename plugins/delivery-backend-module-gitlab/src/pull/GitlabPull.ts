import {
  LoggerService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import {
  ScmIntegrationRegistry,
  ScmIntegrations,
} from '@backstage/integration';
import { JsonObject } from '@backstage/types';
import {
  DeliveryPull,
  PulledPage,
  PullRequest,
} from '@fairlead/backstage-plugin-delivery-node';
import { GitlabOptions } from '../GitlabOptions';
import { SLUG_ANNOTATION } from '../read/observation';
import { deferCache } from './deferCache';
import { describeFailure } from './describeFailure';
import { GitlabApi, GitlabError } from './GitlabApi';
import {
  LocatedProject,
  locateProjects,
  LOCATION_ANNOTATION,
} from './locateProjects';
import { ProjectPull, textOf } from './ProjectPull';
import { pullDeployments } from './pullDeployments';
import { pullMergeRequests } from './pullMergeRequests';
import { pullIssues, pullPushes, pullReleases } from './pullOthers';
import { pullPipelines } from './pullPipelines';

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

  async *pull(request: PullRequest): AsyncIterable<PulledPage> {
    const projects = locateProjects(request.subjects, this.#integrations);
    for (const located of projects) {
      request.signal.throwIfAborted();
      try {
        const { cache, flush } = deferCache(request.cache);
        const pull = await this.#open(located, { ...request, cache });
        for await (const payloads of pullProject(pull)) {
          if (payloads.length > 0) {
            yield { payloads };
          }
        }
        await flush();
        yield { payloads: [] };
      } catch (error) {
        request.signal.throwIfAborted();
        const { subject } = located;
        const reason = describeFailure(error);
        yield { payloads: [], failed: [{ subject, reason }] };
      }
    }
  }

  async #open(
    located: LocatedProject,
    { since, until, cache, signal }: PullRequest,
  ): Promise<ProjectPull> {
    const { api, found } = await this.#find(located, signal);
    const defaultBranch = textOf(found, 'default_branch') ?? 'main';
    const { path_with_namespace, ci_config_path, web_url } = found;
    return {
      api,
      cache,
      since,
      until,
      options: this.#settings.options,
      defaultBranch,
      project: {
        path_with_namespace,
        ci_config_path,
        web_url,
        default_branch: defaultBranch,
      },
    };
  }

  /** Asks the hosts in turn, for the first that knows the project. */
  async #find(
    { hosts, slug }: LocatedProject,
    signal: AbortSignal,
  ): Promise<{ api: GitlabApi; found: JsonObject }> {
    const { logger, second } = this.#settings;
    for (const [index, integration] of hosts.entries()) {
      const options = { integration, slug, signal, logger, second };
      const api = GitlabApi.create(options);
      try {
        return { api, found: await api.get() };
      } catch (error) {
        const isUnknown = error instanceof GitlabError && error.status === 404;
        if (!isUnknown || index === hosts.length - 1) {
          throw error;
        }
      }
    }
    throw new Error('No GitLab integration is configured');
  }
}
