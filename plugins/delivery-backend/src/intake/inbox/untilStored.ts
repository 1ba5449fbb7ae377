import { ServiceUnavailableError } from '@backstage/errors';
import { isTransient } from '@fairlead/database-health';
import { setTimeout as sleep } from 'node:timers/promises';

/** Milliseconds between attempts; the last one counts for all further ones. */
const WAITS = [100, 400, 1_600, 5_000];

/** Within this many attempts a sender that waits for an answer still gets one. */
const SOON = 4;

/**
 * Tries to store something again while the database is away.
 *
 * @param options - `soon` gives up after about two seconds, for a sender that waits and may send again; otherwise it is
 * tried until the signal says stop
 * @throws what the last attempt threw, at once where trying again would not help
 */
export async function untilStored<T>(
  store: () => Promise<T>,
  options: { soon: true } | { signal: AbortSignal },
): Promise<T> {
  const signal = 'signal' in options ? options.signal : undefined;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await store();
    } catch (error) {
      const isLast = signal ? signal.aborted : attempt === SOON;
      if (isLast || !isWorthAnotherAttempt(error)) {
        throw error;
      }
      const wait = WAITS[Math.min(attempt, WAITS.length) - 1];
      await sleep(wait, undefined, { signal }).catch(() => {});
    }
  }
}

function isWorthAnotherAttempt(error: unknown): boolean {
  return error instanceof ServiceUnavailableError || isTransient(error);
}
