/** The sign before the number of a request: `#` at GitHub, where issues have it too, and `!` at GitLab. @public */
export type RequestSign = '#' | '!';

/** What a commit message says about other changes. @public */
export interface CommitMessage {
  subject: string;
  /** The number of the request that it names, or, at a host where they share their numbers, of an issue. */
  changeNumber?: number;
  /** The commits it was cherry-picked from. */
  cherryPickOf: string[];
  /** The commits it reverts. */
  revertOf: string[];
}

const NUMBER_IN_SUBJECT: Record<RequestSign, readonly RegExp[]> = {
  '#': [/^Merge pull request #(\d+)\b/, /\(#(\d+)\)$/],
  '!': [/\(!(\d+)\)$/],
};
const NUMBER_IN_BODY: Record<RequestSign, readonly RegExp[]> = {
  '#': [],
  '!': [/^See merge request \S*!(\d+)\s*$/m],
};
const CHERRY_PICK = /\(cherry picked from commit ([0-9a-f]{7,64})\)/g;
const REVERT = /\bThis reverts commit ([0-9a-f]{7,64})\b/g;

const shas = (text: string, pattern: RegExp) =>
  Array.from(text.matchAll(pattern), match => match[1]);

const firstNumber = (text: string, patterns: readonly RegExp[]) =>
  patterns.map(pattern => pattern.exec(text)?.[1]).find(Boolean);

/**
 * Reads what Git, GitHub and GitLab write into commit messages by themselves.
 *
 * @remarks
 * A number says only which request the commit may belong to. Of a pushed commit it becomes `Change.namedNumber`, of a
 * commit of a deployed range `RangeCommit.changeNumber`; the history decides by the requests that are known to be merged.
 *
 * @param options - `requests`: how the host writes the number of a request; without it none is read
 * @example `parseCommitMessage('Add a basket (#42)', { requests: '#' }).changeNumber` is 42; with `'!'` it is undefined.
 * @public
 */
export function parseCommitMessage(
  message: string,
  { requests }: { requests?: RequestSign } = {},
): CommitMessage {
  const subject = message.split('\n', 1)[0].trim();
  const number =
    requests &&
    (firstNumber(subject, NUMBER_IN_SUBJECT[requests]) ??
      firstNumber(message, NUMBER_IN_BODY[requests]));
  return {
    subject,
    changeNumber: number ? Number(number) : undefined,
    cherryPickOf: shas(message, CHERRY_PICK),
    revertOf: shas(message, REVERT),
  };
}
