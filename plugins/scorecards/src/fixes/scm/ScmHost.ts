import { FileChange, PullRequest } from './ScorecardsScmApi';

/** One file at its host. */
export interface ScmHost {
  readFile(): Promise<string>;
  openPullRequest(change: FileChange): Promise<PullRequest>;
}

/** Where a file stands in its repository. */
export interface FilePlace {
  /** `owner/name`, or the whole path of a project. */
  repository: string;
  /** A branch; undefined for the default one. */
  ref: string | undefined;
  path: string;
}
