import { InputError } from '@backstage/errors';
import { isolated } from '@fairlead/bidi-text';

const MAX_REDIRECTS = 10;
const REDIRECTS = [301, 302, 303, 307, 308];
const FOR_GOOD = [301, 308];

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
  /** A longer text is cut there: where only so much is wanted, no more is taken from the host. Bytes, unpacked. */
  maxTextBytes?: number;
  signal?: AbortSignal;
}

/** What a URL answered. @public */
export interface ProbeAnswer {
  /** Where the answer came from in the end. */
  url: string;
  status: number;
  /** Where redirects led to, in their order; the last one is `url`. */
  redirects: string[];
  /** Where it moved for good, and the old address may be forgotten: as far as the first redirects say so. */
  movedTo?: string;
  contentType?: string;
  /** For asking again. */
  validators: Validators;
  /** The body, of a `GET` that was answered with a 2xx. */
  text?: string;
  /** There is more of the text than was asked for. */
  isTextCut?: boolean;
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
  return async (
    url,
    { method = 'HEAD', known = {}, maxTextBytes = Infinity, signal } = {},
  ) => {
    const headers = conditionsFor(known);
    let reached = await follow(fetch, url, { method, headers, signal });
    if (method === 'HEAD' && WITHOUT_HEAD.includes(reached.answer.status)) {
      await reached.answer.body?.cancel();
      reached = await follow(fetch, url, { method: 'GET', headers, signal });
    }
    const { answer, redirects, movedTo } = reached;
    const isRead = method === 'GET' && answer.ok;
    const read = isRead ? await readText(answer, maxTextBytes) : undefined;
    if (!isRead) {
      await answer.body?.cancel();
    }
    return {
      url: redirects.at(-1) ?? url,
      status: answer.status,
      redirects,
      movedTo,
      contentType: answer.headers.get('content-type') ?? undefined,
      validators: {
        etag: answer.headers.get('etag') ?? undefined,
        lastModified: answer.headers.get('last-modified') ?? undefined,
      },
      text: undefined,
      ...read,
    };
  };
}

async function readText(
  answer: Response,
  maxBytes: number,
): Promise<Pick<ProbeAnswer, 'text' | 'isTextCut'>> {
  const parts: Uint8Array[] = [];
  let room = maxBytes;
  const reader = answer.body?.getReader();
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true };
    if (done || !value) {
      break;
    }
    parts.push(value.byteLength > room ? value.subarray(0, room) : value);
    room -= value.byteLength;
    if (room < 0) {
      await reader?.cancel();
      break;
    }
  }
  return {
    text: decode(answer, Buffer.concat(parts)),
    ...(room < 0 && { isTextCut: true }),
  };
}

/** As the host says that it is written; UTF-8 where it says nothing, or nothing known. */
function decode(answer: Response, bytes: Uint8Array): string {
  const type = answer.headers.get('content-type') ?? '';
  const [, charset = 'utf-8'] = /charset="?([\w-]+)/i.exec(type) ?? [];
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
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
): Promise<{ answer: Response; redirects: string[]; movedTo?: string }> {
  const redirects: string[] = [];
  let movedTo: string | undefined;
  let isForGood = true;
  for (let at = url; ; ) {
    const answer = await fetch(at, { ...request, redirect: 'manual' });
    const location = answer.headers.get('location');
    if (!REDIRECTS.includes(answer.status) || !location) {
      return { answer, redirects, movedTo };
    }
    await answer.body?.cancel();
    if (redirects.length === MAX_REDIRECTS) {
      throw new InputError(
        isolated`'${url}' redirects more than ${MAX_REDIRECTS} times; give the URL where it ends`,
      );
    }
    at = resolveRedirect(location, at);
    redirects.push(at);
    isForGood &&= FOR_GOOD.includes(answer.status);
    movedTo = isForGood ? at : movedTo;
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
