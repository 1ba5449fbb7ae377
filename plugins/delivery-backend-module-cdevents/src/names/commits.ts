/** Whether a text is the full SHA of a commit. */
export function isCommit(text: string | undefined): text is string {
  return /^([0-9a-f]{40}|[0-9a-f]{64})$/i.test(text ?? '');
}
