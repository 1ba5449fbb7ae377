import { isError, NotAllowedError } from '@backstage/errors';
import { isolated } from '@fairlead/bidi-text';
import { ProbeOutcome } from '@fairlead/backstage-plugin-runbooks-common';

/** Certificates that a browser might take and this process does not. */
const UNTRUSTED =
  /^(?:DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_\w+)$/;

/** Certificates that nobody takes. */
const NO_CERTIFICATE = /^(?:CERT_|ERR_TLS_CERT_)/;

/** What went wrong when an address was asked for, and whether it may go away. */
export function describeFailure(error: unknown): ProbeOutcome {
  if (!isError(error)) {
    return { kind: 'failed', reason: isolated`It failed: ${String(error)}` };
  }
  if (error.name === 'TimeoutError') {
    return { kind: 'failed', reason: 'The host does not answer in time' };
  }
  // The message of fetch only says that it failed; its cause has the reason.
  const cause = isError(error.cause) ? error.cause : error;
  const code = String((cause as { code?: unknown }).code ?? '');
  if (cause instanceof NotAllowedError) {
    return { kind: 'refused', reason: cause.message };
  }
  if (code === 'ENOTFOUND') {
    return { kind: 'broken', reason: 'There is no such host' };
  }
  if (UNTRUSTED.test(code)) {
    return {
      kind: 'refused',
      reason: isolated`The certificate of the host is not trusted here (${code}); name its authority in NODE_EXTRA_CA_CERTS`,
    };
  }
  if (NO_CERTIFICATE.test(code)) {
    return {
      kind: 'broken',
      reason: isolated`The certificate of the host does not hold: ${cause.message}`,
    };
  }
  if (error.name === 'InputError' || error.name === 'TypeError') {
    return cause === error
      ? { kind: 'broken', reason: error.message }
      : { kind: 'failed', reason: isolated`It failed: ${cause.message}` };
  }
  return { kind: 'failed', reason: isolated`It failed: ${cause.message}` };
}
