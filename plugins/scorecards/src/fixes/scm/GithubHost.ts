import { Octokit } from '@octokit/rest';
import { decodeBase64, encodeBase64 } from './base64';
import { BranchFile, planCommit } from './planCommit';
import { ScmError, scmReason } from './ScmError';
import { FilePlace, ScmHost } from './ScmHost';
import { FileChange, PullRequest } from './ScorecardsScmApi';

interface GithubFile extends BranchFile {
  sha: string;
}

/** A file on GitHub, or on a GitHub Enterprise server. */
export class GithubHost implements ScmHost {
  readonly #octokit: Octokit;
  readonly #place: FilePlace;
  readonly #repository: { owner: string; repo: string };

  constructor(options: {
    place: FilePlace;
    apiBaseUrl: string;
    token: string;
  }) {
    const { place, apiBaseUrl, token } = options;
    const [owner, repo] = place.repository.split('/');
    this.#octokit = new Octokit({ auth: token, baseUrl: apiBaseUrl });
    this.#place = place;
    this.#repository = { owner, repo };
  }

  async readFile(): Promise<string> {
    return tellErrors(
      async () => (await this.#readFile(await this.#findBase())).text,
    );
  }

  async openPullRequest(change: FileChange): Promise<PullRequest> {
    return tellErrors(async () => {
      const open = await this.#findPullRequest(change.branch);
      if (open) {
        return open;
      }
      const base = await this.#findBase();
      const plan = planCommit({
        base: await this.#readFile(base),
        branch: await this.#findFile(change.branch),
        change,
      });
      if (plan) {
        await this.#createBranch(change.branch, base);
        await this.#octokit.repos.createOrUpdateFileContents({
          ...this.#repository,
          path: this.#place.path,
          message: change.title,
          content: encodeBase64(plan.text),
          sha: plan.onTopOf.sha,
          branch: change.branch,
        });
      }
      const { data } = await this.#octokit.pulls.create({
        ...this.#repository,
        title: change.title,
        body: change.body,
        head: change.branch,
        base,
      });
      return toPullRequest(data, true);
    });
  }

  async #findBase(): Promise<string> {
    return (
      this.#place.ref ??
      (await this.#octokit.repos.get(this.#repository)).data.default_branch
    );
  }

  async #findPullRequest(branch: string): Promise<PullRequest | undefined> {
    const { data } = await this.#octokit.pulls.list({
      ...this.#repository,
      state: 'open',
      head: `${this.#repository.owner}:${branch}`,
    });
    const open = data.find(({ head }) => head.ref === branch);
    return open && toPullRequest(open, false);
  }

  async #readFile(ref: string): Promise<GithubFile> {
    const { data } = await this.#octokit.repos.getContent({
      ...this.#repository,
      path: this.#place.path,
      ref,
      // A browser that answers from its cache would let an older file pass for this one.
      headers: { 'If-None-Match': '' },
    });
    if (Array.isArray(data) || data.type !== 'file' || !('content' in data)) {
      throw new ScmError('not-found', `${this.#place.path} is not a file`);
    }
    return { text: decodeBase64(data.content), sha: data.sha };
  }

  async #findFile(branch: string): Promise<GithubFile | undefined> {
    return ignoring(404, () => this.#readFile(branch));
  }

  async #createBranch(branch: string, base: string): Promise<void> {
    const { data } = await this.#octokit.git.getRef({
      ...this.#repository,
      ref: `heads/${base}`,
    });
    // One that is there already comes from a try before.
    await ignoring(422, () =>
      this.#octokit.git.createRef({
        ...this.#repository,
        ref: `refs/heads/${branch}`,
        sha: data.object.sha,
      }),
    );
  }
}

function toPullRequest(
  { html_url, number }: { html_url: string; number: number },
  isNew: boolean,
): PullRequest {
  return { url: html_url, name: `#${number}`, isNew };
}

async function ignoring<T>(
  status: number,
  ask: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (statusOf(error) === status) {
      return undefined;
    }
    throw error;
  }
}

async function tellErrors<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    const status = statusOf(error);
    throw status === undefined
      ? error
      : new ScmError(scmReason(status, error.message), error.message);
  }
}

function statusOf(error: unknown): number | undefined {
  const status = (error as { status?: unknown } | null)?.status;
  return typeof status === 'number' ? status : undefined;
}
