import { FactSource } from '@fairlead/backstage-plugin-scorecards-node';
import { setTimeout as delay } from 'node:timers/promises';
import { Agent, fetch, Request, RequestInfo, RequestInit } from 'undici';
import { createGuardedConnector } from './createGuardedConnector';
import { createRequestPacer } from './createRequestPacer';
import { parseRetryAfter } from './parseRetryAfter';
import { OutgoingPolicy } from './readOutgoingPolicy';

const MAX_ATTEMPTS = 5;
const FIRST_DELAY = 1_000;
const RETRIED = [429, 503];

/** A source's `fetch`, and what ends its connections. */
export interface SourceFetch {
  fetch: typeof globalThis.fetch;
  close(): Promise<void>;
}

/**
 * Makes the `fetch` of a source, with its limits.
 *
 * @remarks
 *
 * The wait between attempts is written here, since undici's own retry cannot send the body of a `fetch` twice. Whoever
 * is asked to wait longer than `maxDelay` gets the answer instead, and may come back with the next run.
 */
export function createSourceFetch(options: {
  limits?: FactSource['limits'];
  /** Longest wait before another attempt, milliseconds. @defaultValue 60000 */
  maxDelay?: number;
  policy: OutgoingPolicy;
  /** Aborts all requests of the run. */
  signal?: AbortSignal;
}): SourceFetch {
  const { limits = {}, maxDelay = 60_000, policy, signal } = options;
  const agent = new Agent({
    connect: createGuardedConnector(policy),
    connections: limits.concurrency ?? 4,
  });
  const pace = createRequestPacer(limits.requestsPerSecond ?? 10);

  async function sourceFetch(input: RequestInfo, init?: RequestInit) {
    const request = new Request(input, init);
    const signals = [signal, request.signal].flatMap(one => one ?? []);
    const either = AbortSignal.any(signals);
    for (let attempt = 1; ; attempt += 1) {
      await pace(new URL(request.url).host, either);
      const response = await fetch(request.clone(), {
        dispatcher: agent,
        signal: either,
      });
      const wait =
        parseRetryAfter(response.headers.get('retry-after'), Date.now()) ??
        FIRST_DELAY * 2 ** (attempt - 1);
      if (
        !RETRIED.includes(response.status) ||
        attempt === MAX_ATTEMPTS ||
        wait > maxDelay
      ) {
        return response;
      }
      await response.body?.cancel();
      await delay(wait, undefined, { signal: either });
    }
  }

  return {
    // The same function in the words of the two declarations of the fetch standard.
    fetch: sourceFetch as unknown as typeof globalThis.fetch,
    // Not `close`, which waits for whoever left a body unread.
    close: () => agent.destroy(),
  };
}
