import { decodeEntities } from './plainText';

/** A heading in HTML. */
interface HtmlHeading {
  at: number;
  /** Behind its end. */
  end: number;
  /** From 1 to 6. */
  level: number;
  text: string;
}

/** What HTML within Markdown holds, as far as runbooks use it. */
export interface HtmlParts {
  /** Something is seen of it. */
  isContent: boolean;
  headings: HtmlHeading[];
  anchors: string[];
  links: { at: number; url: string; text: string; image: boolean }[];
  code: { at: number; text: string }[];
}

const TAG = /<\/?[a-z][^<>]{0,2000}>/gi;
const NAMED = /\s(?:id|name)\s*=\s*(?:"([^"<>]{1,200})"|'([^'<>]{1,200})')/i;
const ADDRESS = /\s(href|src)\s*=\s*(?:"([^"<>]{0,2000})"|'([^'<>]{0,2000})')/i;
const CODE = /<pre\b[^<>]{0,500}>/gi;
const HEADING = /^<(\/)?h([1-6])\b/i;
const SEEN = /<(?:img|iframe|video|audio|object|embed|svg|input)\b/i;

/** Tags that show nothing of themselves; others, as in `<namespace>`, stand for something. */
const MARKUP =
  /<\/?(?:a|abbr|b|blockquote|br|center|code|dd|del|details|div|dl|dt|em|font|h[1-6]|hr|i|kbd|li|ol|p|pre|q|s|section|small|span|strike|strong|style|sub|summary|sup|table|tbody|td|tfoot|th|thead|tr|tt|u|ul)(?:[\s/][^<>]{0,2000})?>/gi;

/** Reads a stretch of HTML. It is looked through for what it says, and never rendered. */
export function readHtml(html: string): HtmlParts {
  const parts: HtmlParts = {
    isContent: isSeen(html),
    headings: readHeadings(html),
    anchors: [],
    links: [],
    code: [],
  };
  for (const { 0: tag, index } of html.matchAll(TAG)) {
    const anchor = NAMED.exec(tag);
    if (anchor) {
      parts.anchors.push(anchor[1] ?? anchor[2]);
    }
    const address = /^<(?:a|img|iframe)\b/i.test(tag) && ADDRESS.exec(tag);
    if (address) {
      parts.links.push({
        at: index,
        url: address[2] ?? address[3],
        text: '',
        image: address[1].toLocaleLowerCase('en-US') === 'src',
      });
    }
  }
  let end = 0;
  for (const { 0: tag, index } of html.matchAll(CODE)) {
    if (index < end) {
      continue;
    }
    const from = index + tag.length;
    const to = html.indexOf('</pre', from);
    parts.code.push({
      at: index,
      text: html.slice(from, to < 0 ? undefined : to).replace(TAG, ''),
    });
    end = to < 0 ? html.length : to;
  }
  return parts;
}

/** Whether a reader sees anything of a stretch of HTML. */
export function isSeen(html: string): boolean {
  return SEEN.test(html) || html.replace(MARKUP, '').trim() !== '';
}

/** Those that end, outside of what is shown as it is written. */
function readHeadings(html: string): HtmlHeading[] {
  const headings: HtmlHeading[] = [];
  let open: { at: number; from: number; level: string } | undefined;
  let isCode = false;
  for (const { 0: tag, index } of html.matchAll(TAG)) {
    if (/^<\/?pre\b/i.test(tag)) {
      isCode = tag[1] !== '/';
      open = undefined;
    }
    const [, isEnd, level] = HEADING.exec(tag) ?? [];
    if (isCode || !level) {
      continue;
    }
    const end = index + tag.length;
    if (!isEnd) {
      open = { at: index, from: end, level };
    } else if (open?.level === level) {
      headings.push({
        at: open.at,
        end,
        level: Number(level),
        text: readText(html.slice(open.from, index)),
      });
      open = undefined;
    }
  }
  return headings;
}

function readText(html: string): string {
  return decodeEntities(html.replace(TAG, '')).replace(/\s+/g, ' ').trim();
}
