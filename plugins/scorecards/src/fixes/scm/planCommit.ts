import { replaceIn } from './replaceIn';
import { ScmError } from './ScmError';
import { FileChange } from './ScorecardsScmApi';

/** A file as it is on a branch. */
export interface BranchFile {
  text: string;
}

/**
 * What is to be committed: the changed file on top of the branch that is there from a try before, or of the base where there
 * is none. Nothing where the branch has the change already.
 *
 * @throws ScmError where the file, or the branch, holds something else than the change is about.
 */
export function planCommit<TFile extends BranchFile>(options: {
  base: TFile;
  /** The same file on the branch for the change, if there is one. */
  branch: TFile | undefined;
  change: FileChange;
}): { text: string; onTopOf: TFile } | undefined {
  const { base, branch, change } = options;
  const text = replaceIn(base.text, change);
  if (text === undefined) {
    throw new ScmError('changed', `The file ${change.file} has changed`);
  }
  if (!branch) {
    return { text, onTopOf: base };
  }
  if (
    replaceIn(branch.text, { before: change.after, after: '' }) !== undefined
  ) {
    return undefined;
  }
  const onBranch = replaceIn(branch.text, change);
  if (onBranch === undefined) {
    throw new ScmError(
      'branch',
      `The branch ${change.branch} holds something else`,
    );
  }
  return { text: onBranch, onTopOf: branch };
}
