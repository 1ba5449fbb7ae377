import { Webhook } from 'standardwebhooks';
import { readHeader } from './readHeader';
import { WebhookRequest } from './GuardedIngress';

/** The headers of Standard Webhooks. */
const HEADERS = ['webhook-id', 'webhook-timestamp', 'webhook-signature'];

/**
 * Whether a request was signed with one of the secrets, as Standard Webhooks say: over its id, its time and its body,
 * with a time not longer ago than five minutes. Signatures are compared in a time that tells nothing of them.
 *
 * @param secrets - each in base64, with or without `whsec_` in front
 * @public
 */
export function verifyStandardWebhook(
  request: WebhookRequest,
  secrets: readonly string[],
): boolean {
  const headers = Object.fromEntries(
    HEADERS.map(name => [name, readHeader(request, name) ?? '']),
  );
  return (
    secrets.filter(secret => isSigned(request.raw.body, headers, secret))
      .length > 0
  );
}

function isSigned(
  body: Buffer,
  headers: Record<string, string>,
  secret: string,
): boolean {
  try {
    new Webhook(secret).verify(body, headers, { jsonParse: false });
    return true;
  } catch {
    return false;
  }
}
