import { createApiRef } from '@backstage/core-plugin-api';

/**
 * A change of one file that is proposed for review.
 *
 * @public
 */
export interface FileChange {
  /** The address of the file at its host. */
  file: string;
  /** The part of the file that is replaced; it must stand in the file exactly once. */
  before: string;
  after: string;
  /** The name of the branch: the same change has the same one. */
  branch: string;
  /** Of the commit, and of the pull request. */
  title: string;
  /** Of the pull request, Markdown. */
  body: string;
}

/**
 * A pull request, or a merge request.
 *
 * @public
 */
export interface PullRequest {
  url: string;
  /** What it is called at its host, for example `#12` or `!12`. */
  name: string;
  /** False where one for the same change was open already. */
  isNew: boolean;
}

/**
 * The hosts of source code, with the reader's own login.
 *
 * @public
 */
export interface ScorecardsScmApi {
  /** The host of a file where pull requests can be opened; undefined where they cannot. */
  findHost(file: string): { title: string } | undefined;
  /**
   * The text of a file.
   *
   * @throws ScmError
   */
  readFile(file: string): Promise<string>;
  /**
   * Opens a pull request, or finds the one that is open for the same branch.
   *
   * @throws ScmError with the reason `changed` where the file does not hold `before` any more.
   */
  openPullRequest(change: FileChange): Promise<PullRequest>;
}

/**
 * The API ref of {@link ScorecardsScmApi}.
 *
 * @public
 */
export const scorecardsScmApiRef = createApiRef<ScorecardsScmApi>({
  id: 'plugin.scorecards.scm',
});
