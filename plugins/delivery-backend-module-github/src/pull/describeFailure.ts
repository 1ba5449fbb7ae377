import { InputError, isError } from '@backstage/errors';

const HINTS: Record<number, string> = {
  401: 'the credentials of the integration are not valid',
  403: 'the credentials of the integration do not allow it, or the rate limit is used up',
  404: 'it does not exist, or the credentials of the integration may not see it',
  429: 'the rate limit is used up',
};

/** Why a repository could not be asked, in words of ours: those of a request may hold more than is to be told. */
export function describeFailure(error: unknown): string {
  const status = (error as { status?: unknown } | undefined)?.status;
  if (typeof status === 'number') {
    const hint = HINTS[status];
    return `GitHub answered ${status}${hint ? `: ${hint}` : ''}`;
  }
  if (error instanceof InputError) {
    return `GitHub answered something else than expected: ${error.message}`;
  }
  return `GitHub could not be asked: ${
    isError(error) ? error.name : 'unknown error'
  }`;
}
