import { InputError } from '@backstage/errors';
import { isolated } from '@fairlead/bidi-text';

const MAX_REDIRECTS = 10;
const REDIRECTS = [301, 302, 303, 307, 308];

/** Some hosts do not know `HEAD`, or do not want to. */
const WITHOUT_HEAD = [403, 404, 405, 501];

/** What is known of a URL from when it was last asked about. @public */
export interface Validators {
  etag?: string;
  lastModified?: string;
}

/** What is asked about a URL. @public */
export interface ProbeOptions {
  /** `GET` hands over the text as well. @defaultValue 'HEAD' */
  method?: 'HEAD' | 'GET';
  /** With the validators of the last answer, what did not change is told as the status 304. */
  known?: Validators;
  signal?: AbortSignal;
}

/** What a URL answered. @public */
export interface ProbeAnswer {
  /** Where the answer came from in the end. */
  url: string;
  status: number;
  /** Where redirects led to, in their order; the last one is `url`. */
  redirects: string[];
  contentType?: string;
  /** For asking again. */
  validators: Validators;
  /** The body, of a `GET` that was answered with a 2xx. */
  text?: string;
}

/** Asks a URL whether anything is there. @public */
export type Probe = (
  url: string,
  options?: ProbeOptions,
) => Promise<ProbeAnswer>;

/**
 * Makes what asks URLs whether anything is there, and tells which way the answer took.
 *
 * @param fetch - of `createGuardedFetch`: redirects are asked for by it, one by one, and so are guarded as all else
 *
 * @remarks
 *
 * A redirect that leads nowhere, and more than ten of them, end in an `InputError`: they are faults of the URL. Where a
 * connection fails or is refused, what `fetch` throws is thrown.
 *
 * @public
 */
export function createProbe(fetch: typeof globalThis.fetch): Probe {
  return async (url, { method = 'HEAD', known = {}, signal } = {}) => {
    const headers = conditionsFor(known);
    let reached = await follow(fetch, url, { method, headers, signal });
    if (method === 'HEAD' && WITHOUT_HEAD.includes(reached.answer.status)) {
      await reached.answer.body?.cancel();
      reached = await follow(fetch, url, { method: 'GET', headers, signal });
    }
    const { answer, redirects } = reached;
    const isRead = method === 'GET' && answer.ok;
    const text = isRead ? await answer.text() : undefined;
    if (!isRead) {
      await answer.body?.cancel();
    }
    return {
      url: redirects.at(-1) ?? url,
      status: answer.status,
      redirects,
      contentType: answer.headers.get('content-type') ?? undefined,
      validators: {
        etag: answer.headers.get('etag') ?? undefined,
        lastModified: answer.headers.get('last-modified') ?? undefined,
      },
      text,
    };
  };
}

function conditionsFor({ etag, lastModified }: Validators) {
  return {
    ...(etag && { 'if-none-match': etag }),
    ...(lastModified && { 'if-modified-since': lastModified }),
  };
}

async function follow(
  fetch: typeof globalThis.fetch,
  url: string,
  request: RequestInit,
): Promise<{ answer: Response; redirects: string[] }> {
  const redirects: string[] = [];
  for (let at = url; ; ) {
    const answer = await fetch(at, { ...request, redirect: 'manual' });
    const location = answer.headers.get('location');
    if (!REDIRECTS.includes(answer.status) || !location) {
      return { answer, redirects };
    }
    await answer.body?.cancel();
    if (redirects.length === MAX_REDIRECTS) {
      throw new InputError(
        isolated`'${url}' redirects more than ${MAX_REDIRECTS} times; give the URL where it ends`,
      );
    }
    at = resolveRedirect(location, at);
    redirects.push(at);
  }
}

function resolveRedirect(location: string, from: string): string {
  const target = URL.canParse(location, from) ? new URL(location, from) : null;
  if (!target || !/^https?:$/.test(target.protocol)) {
    throw new InputError(
      isolated`'${from}' redirects to '${location}', which is no web page; give the URL where it ends`,
    );
  }
  return target.href;
}
