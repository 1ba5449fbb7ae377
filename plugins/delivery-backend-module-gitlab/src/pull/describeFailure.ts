import { InputError, isError } from '@backstage/errors';
import { GitlabError } from './GitlabApi';

const HINTS: Record<number, string> = {
  401: 'the token of the integration is not valid',
  403: 'the token of the integration does not allow it',
  404: 'it does not exist, or the token of the integration may not see it',
  429: 'the rate limit is used up',
};

const NETWORK_HINTS: Record<string, string> = {
  ENOTFOUND: 'its name is not known here',
  EAI_AGAIN: 'its name could not be looked up',
  ECONNREFUSED: 'the connection was refused',
  ECONNRESET: 'the connection was broken off',
  ENETUNREACH: 'there is no way to it',
  EHOSTUNREACH: 'there is no way to it',
  ETIMEDOUT: 'it did not answer in time',
  UND_ERR_CONNECT_TIMEOUT: 'it did not answer in time',
  UND_ERR_HEADERS_TIMEOUT: 'it did not answer in time',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another name',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is not trusted',
  SELF_SIGNED_CERT_IN_CHAIN: 'its certificate is not trusted',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate is not trusted',
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
  const code = networkCodeOf(error);
  if (code) {
    const hint = NETWORK_HINTS[code];
    return `GitLab could not be reached: ${hint ? `${hint} (${code})` : code}`;
  }
  return `GitLab could not be asked: ${
    isError(error) ? error.name : 'unknown error'
  }`;
}

/** The code of the innermost cause that has one: `fetch` itself only says that it failed. */
function networkCodeOf(error: unknown): string | undefined {
  const { cause, code } = Object(error) as { cause?: unknown; code?: unknown };
  const inner = cause === undefined ? undefined : networkCodeOf(cause);
  const isCode = typeof code === 'string' && /^[A-Z][A-Z0-9_]+$/.test(code);
  return inner ?? (isCode ? code : undefined);
}
