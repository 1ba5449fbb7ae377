import { ScmIntegrationRegistry } from '@backstage/integration';
import { ScmAuthApi } from '@backstage/integration-react';
import { placeOnGithub, placeOnGitlab } from './filePlaces';
import { ScmError } from './ScmError';
import { ScmHost } from './ScmHost';
import { FileChange, ScorecardsScmApi } from './ScorecardsScmApi';

type Credentials = Awaited<ReturnType<ScmAuthApi['getCredentials']>>;

/**
 * {@link ScorecardsScmApi} for GitHub and GitLab, through the integrations of the portal and the reader's own login at the
 * host.
 */
export class DefaultScorecardsScm implements ScorecardsScmApi {
  readonly #auth: ScmAuthApi;
  readonly #integrations: ScmIntegrationRegistry;

  constructor(options: {
    auth: ScmAuthApi;
    integrations: ScmIntegrationRegistry;
  }) {
    this.#auth = options.auth;
    this.#integrations = options.integrations;
  }

  findHost(file: string) {
    const host = this.#find(file);
    return host && { title: host.title };
  }

  async readFile(file: string) {
    return (await this.#connect(file)).readFile();
  }

  async openPullRequest(change: FileChange) {
    return (await this.#connect(change.file)).openPullRequest(change);
  }

  async #connect(file: string): Promise<ScmHost> {
    const host = this.#find(file);
    if (!host) {
      throw new ScmError('not-found', `No host is known for ${file}`);
    }
    return host.connect(await this.#logIn(file));
  }

  // What talks to a host is loaded once somebody wants a pull request.

  #find(
    file: string,
  ):
    | { title: string; connect: (credentials: Credentials) => Promise<ScmHost> }
    | undefined {
    const github = this.#integrations.github.byUrl(file);
    if (github?.config.apiBaseUrl) {
      const { apiBaseUrl } = github.config;
      const place = placeOnGithub(file);
      return (
        place && {
          title: github.title,
          connect: async ({ token }) => {
            const { GithubHost } = await import('./GithubHost');
            return new GithubHost({ place, apiBaseUrl, token });
          },
        }
      );
    }
    const gitlab = this.#integrations.gitlab.byUrl(file);
    if (gitlab) {
      const { apiBaseUrl, baseUrl } = gitlab.config;
      const place = placeOnGitlab(file, baseUrl);
      return (
        place && {
          title: gitlab.title,
          connect: async ({ headers }) => {
            const { GitlabHost } = await import('./GitlabHost');
            return new GitlabHost({ place, apiBaseUrl, headers });
          },
        }
      );
    }
    return undefined;
  }

  async #logIn(url: string): Promise<Credentials> {
    try {
      return await this.#auth.getCredentials({
        url,
        additionalScope: { repoWrite: true },
      });
    } catch (error) {
      throw new ScmError(
        'login',
        error instanceof Error ? error.message : String(error),
      );
    }
  }
}
