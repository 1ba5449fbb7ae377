/** What a commit message says about other changes. @public */
export interface CommitMessage {
  subject: string;
  /** The number of the pull or merge request it was merged from. */
  changeNumber?: number;
  /** The commits it was cherry-picked from. */
  cherryPickOf: string[];
  /** The commits it reverts. */
  revertOf: string[];
}

const NUMBER_IN_SUBJECT = [
  /^Merge pull request #(\d+)\b/,
  /\(#(\d+)\)\s*$/,
  /\(!(\d+)\)\s*$/,
];
const NUMBER_IN_BODY = /^See merge request \S*!(\d+)\s*$/m;
const CHERRY_PICK = /\(cherry picked from commit ([0-9a-f]{7,64})\)/g;
const REVERT = /\bThis reverts commit ([0-9a-f]{7,64})\b/g;

const shas = (text: string, pattern: RegExp) =>
  Array.from(text.matchAll(pattern), match => match[1]);

/**
 * Reads what Git, GitHub and GitLab write into commit messages by themselves.
 *
 * @public
 */
export function parseCommitMessage(message: string): CommitMessage {
  const subject = message.split('\n', 1)[0].trim();
  const number =
    NUMBER_IN_SUBJECT.map(pattern => pattern.exec(subject)).find(Boolean) ??
    NUMBER_IN_BODY.exec(message);
  return {
    subject,
    changeNumber: number ? Number(number[1]) : undefined,
    cherryPickOf: shas(message, CHERRY_PICK),
    revertOf: shas(message, REVERT),
  };
}
