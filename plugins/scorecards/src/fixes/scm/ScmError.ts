/**
 * Why a host did not do what it was asked for: who asks has not signed in there, or may not; it does not have the file; the
 * file, or the branch for the change, holds something else than it did; it asks for patience; or it failed.
 *
 * @public
 */
export type ScmErrorReason =
  | 'login'
  | 'forbidden'
  | 'not-found'
  | 'changed'
  | 'branch'
  | 'patience'
  | 'failed';

/**
 * Thrown where a host does not do what it is asked for.
 *
 * @public
 */
export class ScmError extends Error {
  readonly reason: ScmErrorReason;

  constructor(reason: ScmErrorReason, message: string) {
    super(message);
    this.name = 'ScmError';
    this.reason = reason;
  }
}

/** What a status of HTTP means of a host. */
export function scmReason(status: number, message: string): ScmErrorReason {
  if (status === 429 || (status === 403 && /rate limit/i.test(message))) {
    return 'patience';
  }
  switch (status) {
    case 401:
      return 'login';
    case 403:
      return 'forbidden';
    case 404:
      return 'not-found';
    case 409:
      return 'changed';
    default:
      return 'failed';
  }
}
