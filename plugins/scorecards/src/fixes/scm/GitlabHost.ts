import { decodeBase64 } from './base64';
import { BranchFile, planCommit } from './planCommit';
import { ScmError, scmReason } from './ScmError';
import { FilePlace, ScmHost } from './ScmHost';
import { FileChange, PullRequest } from './ScorecardsScmApi';

interface GitlabFile extends BranchFile {
  commit: string;
  isOnBranch: boolean;
}

interface MergeRequest {
  web_url: string;
  iid: number;
}

/** A file on GitLab. */
export class GitlabHost implements ScmHost {
  readonly #place: FilePlace;
  readonly #project: string;
  readonly #headers: Record<string, string>;

  constructor(options: {
    place: FilePlace;
    apiBaseUrl: string;
    headers: Record<string, string>;
  }) {
    const { place, apiBaseUrl, headers } = options;
    this.#place = place;
    this.#project = `${apiBaseUrl}/projects/${encodeURIComponent(
      place.repository,
    )}`;
    this.#headers = headers;
  }

  async readFile(): Promise<string> {
    return (await this.#readFile(await this.#findBase())).text;
  }

  async openPullRequest(change: FileChange): Promise<PullRequest> {
    const open = await this.#findMergeRequest(change.branch);
    if (open) {
      return toPullRequest(open, false);
    }
    const base = await this.#findBase();
    const plan = planCommit({
      base: await this.#readFile(base),
      branch: await this.#findOnBranch(change.branch),
      change,
    });
    if (plan) {
      const { text, onTopOf } = plan;
      await this.#post('/repository/commits', {
        branch: change.branch,
        ...(!onTopOf.isOnBranch && { start_branch: base }),
        commit_message: change.title,
        actions: [
          {
            action: 'update',
            file_path: this.#place.path,
            content: text,
            last_commit_id: onTopOf.commit,
          },
        ],
      });
    }
    const opened = await this.#post<MergeRequest>('/merge_requests', {
      source_branch: change.branch,
      target_branch: base,
      title: change.title,
      description: change.body,
      remove_source_branch: true,
    });
    return toPullRequest(opened, true);
  }

  async #findBase(): Promise<string> {
    return (
      this.#place.ref ??
      (await this.#get<{ default_branch: string }>('')).default_branch
    );
  }

  async #findMergeRequest(branch: string): Promise<MergeRequest | undefined> {
    const [open] = await this.#get<MergeRequest[]>(
      `/merge_requests?state=opened&source_branch=${encodeURIComponent(
        branch,
      )}`,
    );
    return open;
  }

  async #readFile(ref: string): Promise<GitlabFile> {
    const file = await this.#get<{ content: string; last_commit_id: string }>(
      `/repository/files/${encodeURIComponent(
        this.#place.path,
      )}?ref=${encodeURIComponent(ref)}`,
    );
    return {
      text: decodeBase64(file.content),
      commit: file.last_commit_id,
      isOnBranch: false,
    };
  }

  async #findOnBranch(branch: string): Promise<GitlabFile | undefined> {
    try {
      return { ...(await this.#readFile(branch)), isOnBranch: true };
    } catch (error) {
      if (error instanceof ScmError && error.reason === 'not-found') {
        return undefined;
      }
      throw error;
    }
  }

  #get<T>(path: string): Promise<T> {
    return this.#ask<T>(path, { cache: 'no-store' });
  }

  #post<T>(path: string, body: unknown): Promise<T> {
    return this.#ask<T>(path, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'Content-Type': 'application/json' },
    });
  }

  async #ask<T>(path: string, init: RequestInit): Promise<T> {
    const response = await fetch(`${this.#project}${path}`, {
      ...init,
      headers: { ...init.headers, ...this.#headers },
    });
    if (!response.ok) {
      const message = `GitLab answered ${response.status}: ${(
        await response.text()
      ).slice(0, 300)}`;
      // A file that changed after it was read is refused as a bad request.
      throw new ScmError(
        response.status === 400 && /changed in the meantime/i.test(message)
          ? 'changed'
          : scmReason(response.status, message),
        message,
      );
    }
    return response.json();
  }
}

function toPullRequest(
  { web_url, iid }: MergeRequest,
  isNew: boolean,
): PullRequest {
  return { url: web_url, name: `!${iid}`, isNew };
}
