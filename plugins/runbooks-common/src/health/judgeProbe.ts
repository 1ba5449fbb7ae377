import { isolated } from '@fairlead/bidi-text';
import { isSignOnAddress, isSignOnPage } from './isSignOn';
import { ProbedPage, ProbeHistory, ProbeOutcome, ProbeVerdict } from './types';

/** From so many failures in a row on, an address counts as broken. */
const PATIENCE = 3;

/** Statuses of a host that has enough to do at the moment. */
const LATER = [408, 425, 429];

/** Statuses of a host that wants to know who asks, or will not say. */
const CLOSED = [401, 403, 405, 407, 451];

/** Titles of pages that are not there though they are answered. */
const NOT_THERE =
  /^\W*(?:404\b|(?:error )?page (?:was )?not found|not found|seite nicht gefunden|page introuvable)/i;

/** With fewer words than this, a page is made by scripts once a reader opens it. */
const SHELL_WORDS = 20;

/** What a verdict is made from. @public */
export interface ProbeContext {
  /** The address that was asked for, as it stands in the registry. */
  url: string;
  history: ProbeHistory;
  /** Hosts at which people sign in, beside the well-known ones. */
  identityHosts?: readonly string[];
}

/**
 * Says of an address whether it leads to a runbook.
 *
 * @remarks
 *
 * What may be over in a minute (a host that is down or slow) counts only when it lasts: until then the verdict from before
 * stands, with the reason why it is old. What asks for a name and a password was not seen: it is neither good nor bad.
 *
 * @public
 */
export function judgeProbe(
  outcome: ProbeOutcome,
  context: ProbeContext,
): ProbeVerdict {
  switch (outcome.kind) {
    case 'refused':
      return unverifiable(outcome.reason);
    case 'broken':
      return broken(outcome.reason, context);
    case 'unknown':
      return {
        state: 'unknown',
        failures: 0,
        isReadable: false,
        reason: outcome.reason,
      };
    case 'failed':
      return failed(outcome.reason, context);
    default:
      return judgeAnswer(outcome, context);
  }
}

function judgeAnswer(
  answer: ProbeOutcome & { kind: 'answer' },
  context: ProbeContext,
): ProbeVerdict {
  const { identityHosts = [], url: from } = context;
  const { status, url } = answer;
  if (isSignOnAddress(url, { from, identityHosts })) {
    return unverifiable(
      isolated`It leads to ${
        new URL(url).hostname
      }, where people sign in; what is behind cannot be seen from here`,
    );
  }
  if (status === 304) {
    return fine(describeMove(answer, context));
  }
  if (CLOSED.includes(status)) {
    return unverifiable(
      isolated`The host answers ${status}: it shows the page to nobody who does not sign in`,
    );
  }
  if (LATER.includes(status)) {
    return {
      state: context.history.state,
      // It counts for nothing, and yet is no answer.
      failures: Math.max(1, context.history.failures),
      reason: isolated`The host answered ${status}; it is asked again later`,
      isReadable: false,
    };
  }
  if (status >= 500) {
    return failed(isolated`The host answers ${status}`, context);
  }
  if (status < 200 || status >= 300) {
    return broken(
      isolated`Nothing is there: the host answers ${status}`,
      context,
    );
  }
  return answer.page
    ? judgePage(answer.page, answer, context)
    : fine(
        describeMove(answer, context) ??
          isolated`It is of the type ${answer.contentType}, which is not read`,
      );
}

function judgePage(
  page: ProbedPage,
  answer: ProbeOutcome & { kind: 'answer' },
  context: ProbeContext,
): ProbeVerdict {
  const { identityHosts = [], url: from } = context;
  if (
    isSignOnPage(page) ||
    (page.sendsTo !== undefined &&
      isSignOnAddress(page.sendsTo, { from, identityHosts }))
  ) {
    return unverifiable(
      'It shows a page for signing in; what is behind cannot be seen from here',
    );
  }
  if (page.isHtml && NOT_THERE.test(page.title ?? '')) {
    return broken(isolated`The page says '${page.title}'`, context);
  }
  if (isSentHome(from, answer.url)) {
    return unverifiable(
      isolated`It leads to the front page of ${
        new URL(answer.url).hostname
      }, as addresses do that are no more; give the one of the runbook`,
    );
  }
  const missing = findMissingAnchor(page, from);
  if (missing !== undefined) {
    return page.isHtml && page.words < SHELL_WORDS
      ? unverifiable(
          isolated`The page is made by scripts, so its section '${missing}' cannot be seen from here`,
        )
      : broken(isolated`The page has no section '${missing}'`, context);
  }
  return {
    ...fine(describeMove(answer, context)),
    isReadable: !page.isTooLong,
  };
}

function fine(reason: string | undefined): ProbeVerdict {
  return {
    state: 'ok',
    failures: 0,
    isReadable: false,
    ...(reason !== undefined && { reason }),
  };
}

function unverifiable(reason: string): ProbeVerdict {
  return { state: 'unverifiable', failures: 0, isReadable: false, reason };
}

function broken(reason: string, { history }: ProbeContext): ProbeVerdict {
  const failures = history.failures + 1;
  return { state: 'bad', failures, isReadable: false, reason };
}

function failed(reason: string, { history }: ProbeContext): ProbeVerdict {
  const failures = history.failures + 1;
  return failures >= PATIENCE
    ? {
        state: 'bad',
        failures,
        reason: isolated`${reason}; so it did ${failures} times in a row`,
        isReadable: false,
      }
    : {
        state: history.state,
        failures,
        reason: isolated`${reason}; it counts as broken if that happens ${PATIENCE} times in a row`,
        isReadable: false,
      };
}

function describeMove(
  { movedTo }: { movedTo?: string },
  { url }: ProbeContext,
): string | undefined {
  return movedTo !== undefined && plain(movedTo) !== plain(url)
    ? isolated`It moved for good to ${movedTo}; name that address`
    : undefined;
}

/** An address without what hosts add by themselves. */
function plain(url: string): string {
  return url.replace(/#.*$/s, '').replace(/\/+$/, '');
}

function isSentHome(from: string, to: string): boolean {
  const [before, after] = [new URL(from), new URL(to)];
  const isHome = ({ pathname, search }: URL) =>
    search === '' && /^\/(?:index\.html?)?$/.test(pathname);
  return isHome(after) && !isHome(before) && plain(from) !== plain(to);
}

/** The section that an address names and the page has not. */
function findMissingAnchor(
  { anchors }: ProbedPage,
  url: string,
): string | undefined {
  const anchor = decode(new URL(url).hash.slice(1));
  // A route of a page made by scripts, or words to be marked.
  if (!anchors || anchor === '' || /^[!/:]/.test(anchor)) {
    return undefined;
  }
  const wanted = simplify(anchor);
  return ['top', ...anchors].some(one => simplify(one) === wanted)
    ? undefined
    : anchor;
}

/** Generators of sites make anchors a little differently. */
function simplify(anchor: string): string {
  return anchor
    .replace(/^user-content-/, '')
    .toLocaleLowerCase('en-US')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
