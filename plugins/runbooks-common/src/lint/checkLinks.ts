import { isolated } from '@fairlead/bidi-text';
import { RunbookOutline, RunbookTextLink } from '../markdown';
import { describeHalfUrl } from '../url';
import { Finding } from './rules';

/** What a caller knows of where links lead. @public */
export interface LinkKnowledge {
  /** Whether a file is there, by its path relative to the runbook; undefined where that is not known. */
  isFileThere?(path: string): boolean | undefined;
  /** The anchors of a Markdown file, by its path relative to the runbook; undefined where they are not known. */
  anchorsOf?(path: string): readonly string[] | undefined;
  /** URLs that are known to lead nowhere, with what was found there, for example `404`. */
  deadUrls?: ReadonlyMap<string, string>;
}

/** Links that lead nowhere, as far as that is known. */
export function checkLinks(
  outline: RunbookOutline,
  knowledge: LinkKnowledge,
): Finding[] {
  const own = toAnchorSet(outline.anchors);
  return outline.links.flatMap(link => {
    const { line, column, url } = link;
    const half = describeHalfLink(link);
    if (half) {
      return {
        rule: 'link-half' as const,
        line,
        column,
        message: isolated`${nameOf(link)} ${half}`,
      };
    }
    const dead = describeDeadLink(url, own, knowledge);
    return dead
      ? {
          rule: 'link-dead' as const,
          line,
          column,
          message: isolated`${nameOf(link)} ${dead}`,
        }
      : [];
  });
}

function nameOf({ url, text, image }: RunbookTextLink): string {
  const what = image ? 'The image' : 'The link';
  const name = url || text;
  return name ? isolated`${what} '${name.slice(0, 200)}'` : what;
}

/** Words that stand where an address should. */
const WORDS = /^(?:todo|tbd|fixme|link|url|here|xxx+|#)$/i;

function describeHalfLink({ url }: RunbookTextLink): string | undefined {
  if (url.trim() === '') {
    return 'leads nowhere, its address is empty';
  }
  if (WORDS.test(url)) {
    return 'leads nowhere yet, put an address there';
  }
  // What a label fills or what a generator of sites knows will be an address.
  if (/\{\{|\{%/.test(url)) {
    return undefined;
  }
  return /^[a-z][a-z0-9+.-]*:|^\/\//i.test(url)
    ? describeHalfUrl(url)
    : undefined;
}

function describeDeadLink(
  url: string,
  own: Set<string>,
  { isFileThere, anchorsOf, deadUrls }: LinkKnowledge,
): string | undefined {
  const found = deadUrls?.get(url);
  if (found !== undefined) {
    return isolated`leads nowhere: ${found}`;
  }
  const [path, anchor] = splitAnchor(url);
  if (path === '') {
    return isKnownAnchor(anchor, own)
      ? undefined
      : 'leads to no heading of this text';
  }
  if (/^[a-z][a-z0-9+.-]*:|^\/|\{\{|\{%/i.test(path)) {
    return undefined;
  }
  const file = decode(path.replace(/\?.*$/s, ''));
  if (isFileThere?.(file) === false) {
    return 'leads to a file that is not there';
  }
  const anchors = anchor ? anchorsOf?.(file) : undefined;
  return anchors && !isKnownAnchor(anchor, toAnchorSet(anchors))
    ? 'leads to no heading of that file'
    : undefined;
}

function splitAnchor(url: string): [path: string, anchor: string] {
  const at = url.indexOf('#');
  return at < 0 ? [url, ''] : [url.slice(0, at), url.slice(at + 1)];
}

function toAnchorSet(anchors: readonly string[]): Set<string> {
  return new Set(anchors.map(normalise));
}

function isKnownAnchor(anchor: string, anchors: Set<string>): boolean {
  const name = normalise(decode(anchor));
  return name === '' || name === 'top' || anchors.has(name);
}

/** Generators of sites make anchors a little differently. */
function normalise(anchor: string): string {
  return anchor
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
