import { setTimeout as delay } from 'node:timers/promises';

/** Asks again until the answer is not falsy, and gives up after `timeoutMs`. */
export async function waitFor<T>(
  what: string,
  ask: () => Promise<T>,
  { timeoutMs = 120_000, intervalMs = 250 } = {},
): Promise<NonNullable<T>> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const answer = await ask();
    if (answer) {
      return answer;
    }
    if (Date.now() > deadline) {
      throw new Error(`Gave up waiting for ${what}`);
    }
    await delay(intervalMs);
  }
}
