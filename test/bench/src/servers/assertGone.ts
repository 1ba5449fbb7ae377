/** Throws an error of a request again that is an answer, and not that there was none. */
export function assertGone(error: unknown): undefined {
  if (!(error instanceof TypeError)) {
    throw error;
  }
  return undefined;
}
