import { InputError } from '@backstage/errors';
import { isolated } from '@fairlead/bidi-text';

const LONGEST = 366 * 24 * 60 * 60_000;
const MAX_REASON = 2_000;

/** The reason of a waiver. Throws an InputError when there is none, or it is too long. */
export function parseReason(text: string): string {
  const reason = text.trim();
  if (reason === '' || reason.length > MAX_REASON) {
    throw new InputError(
      `'reason' must say why, in at most ${MAX_REASON} characters`,
    );
  }
  return reason;
}

/** When a waiver ends, milliseconds since the epoch. Throws an InputError unless it is ahead and at most a year. */
export function parseExpiry(text: string, now: number): number {
  const expiresAt = Date.parse(text);
  if (Number.isNaN(expiresAt)) {
    throw new InputError(
      isolated`'expiresAt' must be an ISO 8601 time, not '${text}'`,
    );
  }
  if (expiresAt <= now || expiresAt > now + LONGEST) {
    throw new InputError(
      isolated`'expiresAt' must lie ahead, by a year at most; '${text}' does not`,
    );
  }
  return expiresAt;
}
