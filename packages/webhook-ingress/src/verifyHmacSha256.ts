import { createHmac } from 'node:crypto';
import { verifyToken } from './verifyToken';

/**
 * Whether a body was signed with one of the secrets.
 *
 * @param options - `signature` is what the sender gave: one, or several while it rotates its own secret, of which one
 * has to match. Each is in hexadecimal, behind `prefix`, for example `sha256=`.
 * @public
 */
export function verifyHmacSha256({
  secrets,
  signature = [],
  body,
  prefix = '',
}: {
  secrets: readonly string[];
  signature: string | readonly string[] | undefined;
  body: Buffer;
  prefix?: string;
}): boolean {
  const tokens = secrets.map(
    secret => prefix + createHmac('sha256', secret).update(body).digest('hex'),
  );
  const signatures = typeof signature === 'string' ? [signature] : signature;
  return signatures.filter(given => verifyToken({ tokens, given })).length > 0;
}
