import { setTimeout as delay } from 'node:timers/promises';

/** Spaces the requests to each host evenly. */
export type RequestPacer = (
  host: string,
  signal: AbortSignal | undefined,
) => Promise<void>;

/** Lets so many requests a second go to each host, in the order in which they ask. */
export function createRequestPacer(requestsPerSecond: number): RequestPacer {
  const interval = 1_000 / requestsPerSecond;
  const nextStart = new Map<string, number>();
  return async (host, signal) => {
    const now = performance.now();
    const start = Math.max(now, nextStart.get(host) ?? 0);
    nextStart.set(host, start + interval);
    if (start > now) {
      await delay(start - now, undefined, { signal });
    }
  };
}
