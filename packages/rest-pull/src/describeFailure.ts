import { InputError, isError } from '@backstage/errors';
import { isolated } from '@fairlead/bidi-text';

/** A service that is asked, as failures tell of it. @public */
export interface AskedService {
  /** For example `GitHub`. */
  title: string;
  /** What a status that it answers says of what to look at. */
  hints: Readonly<Record<number, string>>;
  /** The status that it answered with; undefined for what failed without an answer. */
  statusOf(error: unknown): number | undefined;
}

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

/**
 * Why a service could not be asked, in words of ours: those of a request may hold more than is to be told.
 *
 * @public
 */
export function describeFailure(
  error: unknown,
  { title, hints, statusOf }: AskedService,
): string {
  const status = statusOf(error);
  if (status !== undefined) {
    const hint = hints[status];
    return `${title} answered ${status}${hint ? `: ${hint}` : ''}`;
  }
  if (error instanceof InputError) {
    return isolated`${title} answered something else than expected: ${error.message}`;
  }
  const code = networkCodeOf(error);
  if (code) {
    const hint = NETWORK_HINTS[code];
    return isolated`${title} could not be reached: ${
      hint ? `${hint} (${code})` : code
    }`;
  }
  return isolated`${title} could not be asked: ${
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
