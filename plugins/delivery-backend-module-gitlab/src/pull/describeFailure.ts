import { InputError, isError } from '@backstage/errors';
import { GitlabError } from './GitlabApi';

const HINTS: Record<number, string> = {
  401: 'the token of the integration is not valid',
  403: 'the token of the integration does not allow it',
  404: 'it does not exist, or the token of the integration may not see it',
  429: 'the rate limit is used up',
};

/** Why a project could not be asked, in words of ours: those of a request may hold more than is to be told. */
export function describeFailure(error: unknown): string {
  if (error instanceof GitlabError) {
    const hint = HINTS[error.status];
    return `GitLab answered ${error.status}${hint ? `: ${hint}` : ''}`;
  }
  if (error instanceof InputError) {
    return `GitLab answered something else than expected: ${error.message}`;
  }
  return `GitLab could not be asked: ${
    isError(error) ? error.name : 'unknown error'
  }`;
}
