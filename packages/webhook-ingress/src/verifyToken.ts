import { createHash, timingSafeEqual } from 'node:crypto';

const digest = (text: string) => createHash('sha256').update(text).digest();

/**
 * Whether a value that a sender gave is one of those expected, in a time that tells nothing of them: digests are
 * compared, so that not even a length is told, and all of them are, whichever matches.
 *
 * @public
 */
export function verifyToken({
  tokens,
  given,
}: {
  tokens: readonly string[];
  given: string | undefined;
}): boolean {
  if (given === undefined) {
    return false;
  }
  const actual = digest(given);
  return (
    tokens.filter(token => timingSafeEqual(digest(token), actual)).length > 0
  );
}
