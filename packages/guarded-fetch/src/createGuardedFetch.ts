import { lookup as lookupAddresses } from 'node:dns';
import { setTimeout as delay } from 'node:timers/promises';
import { fetch, Request, RequestInfo, RequestInit } from 'undici';
import { AddressLookup, createAddressGuard } from './createAddressGuard';
import { createDeadline } from './createDeadline';
import { createGuardedAgent } from './createGuardedAgent';
import { createRequestPacer } from './createRequestPacer';
import { limitBody } from './limitBody';
import { OutgoingPolicy } from './OutgoingPolicy';
import { parseRetryAfter } from './parseRetryAfter';
import {
  OutgoingProxy,
  readProxyFromEnvironment,
} from './readProxyFromEnvironment';

const MAX_ATTEMPTS = 5;
const FIRST_DELAY = 1_000;
const RETRIED = [429, 503];

/** How much may be asked of others, and taken from them. @public */
export interface FetchLimits {
  /** Requests at once to each host. @defaultValue 4 */
  concurrency?: number;
  /** Requests a second to each host. @defaultValue 10 */
  requestsPerSecond?: number;
  /** Size of a body, unpacked. @defaultValue 64 MiB */
  maxBytes?: number;
  /** Longest wait before another attempt, milliseconds. @defaultValue 60000 */
  maxDelay?: number;
  /** Longest time from a request to the end of its answer, redirects included, milliseconds. @defaultValue 300000 */
  timeout?: number;
}

/** What a guarded fetch is made of. @public */
export interface GuardedFetchOptions {
  limits?: FetchLimits;
  /** Finds the addresses of a name. @defaultValue `lookup` of `node:dns` */
  lookup?: AddressLookup;
  policy: OutgoingPolicy;
  /** @defaultValue what the environment names */
  proxy?: OutgoingProxy;
  /** Aborts all requests. */
  signal?: AbortSignal;
}

/** A `fetch`, and what ends its connections. @public */
export interface GuardedFetch {
  fetch: typeof globalThis.fetch;
  close(): Promise<void>;
}

/**
 * Makes a `fetch` for URLs that others name: it keeps limits, and connects to nothing that the policy does not allow.
 *
 * @remarks
 *
 * The wait between attempts is written here, since undici's own retry cannot send the body of a `fetch` twice. Whoever
 * is asked to wait longer than `maxDelay` gets the answer instead, and may come back later.
 *
 * @public
 */
export function createGuardedFetch(options: GuardedFetchOptions): GuardedFetch {
  const { limits = {}, lookup = lookupAddresses, policy, signal } = options;
  const { maxBytes = 64 * 1_024 * 1_024, maxDelay = 60_000 } = limits;
  const agent = createGuardedAgent({
    connections: limits.concurrency ?? 4,
    guard: createAddressGuard(policy, lookup),
    proxy: options.proxy ?? readProxyFromEnvironment(),
  });
  const pace = createRequestPacer(limits.requestsPerSecond ?? 10);

  async function guardedFetch(input: RequestInfo, init?: RequestInit) {
    const request = new Request(input, init);
    const signals = [signal, signalOf(input, init)].flatMap(one => one ?? []);
    const either = AbortSignal.any(signals);
    for (let attempt = 1; ; attempt += 1) {
      await pace(new URL(request.url).host, either);
      const deadline = createDeadline(limits.timeout ?? 300_000, signals);
      const response = await fetch(request.clone(), {
        dispatcher: agent,
        signal: deadline.signal,
      }).catch(error => {
        deadline.clear();
        throw error;
      });
      const wait =
        parseRetryAfter(response.headers.get('retry-after'), Date.now()) ??
        FIRST_DELAY * 2 ** (attempt - 1);
      if (
        !RETRIED.includes(response.status) ||
        attempt === MAX_ATTEMPTS ||
        wait > maxDelay
      ) {
        return limitBody(response, { maxBytes, deadline });
      }
      deadline.clear();
      await response.body?.cancel();
      await delay(wait, undefined, { signal: either });
    }
  }

  return {
    // The same function in the words of the two declarations of the fetch standard.
    fetch: guardedFetch as unknown as typeof globalThis.fetch,
    // Not `close`, which waits for whoever left a body unread.
    close: () => agent.destroy(),
  };
}

/**
 * The signal that the caller gave. That of the `Request` made from it would not do: it follows the caller's only while the
 * `Request` is in memory, which may be collected as garbage before the answer has ended.
 */
function signalOf(input: RequestInfo, init: RequestInit = {}) {
  return init.signal ?? (input instanceof Request ? input.signal : undefined);
}
