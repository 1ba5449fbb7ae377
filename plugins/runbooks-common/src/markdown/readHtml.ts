/** What HTML within Markdown holds, as far as runbooks use it. */
export interface HtmlParts {
  /** Something is seen of it. */
  isContent: boolean;
  anchors: string[];
  links: { at: number; url: string; text: string; image: boolean }[];
  code: { at: number; text: string }[];
}

const TAG = /<\/?[a-z][^<>]{0,2000}>/gi;
const NAMED = /\s(?:id|name)\s*=\s*(?:"([^"<>]{1,200})"|'([^'<>]{1,200})')/i;
const ADDRESS = /\s(href|src)\s*=\s*(?:"([^"<>]{0,2000})"|'([^'<>]{0,2000})')/i;
const CODE = /<pre\b[^<>]{0,500}>/gi;
const SEEN = /^<(?:img|iframe|video|audio|object|embed|svg|input)\b/i;

/** Tags that show nothing of themselves; others, as in `<namespace>`, stand for something. */
const MARKUP =
  /<\/?(?:a|abbr|b|blockquote|br|center|code|dd|del|details|div|dl|dt|em|font|h[1-6]|hr|i|kbd|li|ol|p|pre|q|s|section|small|span|strike|strong|style|sub|summary|sup|table|tbody|td|tfoot|th|thead|tr|tt|u|ul)(?:[\s/][^<>]{0,2000})?>/gi;

/** Reads a stretch of HTML. It is looked through for what it says, and never rendered. */
export function readHtml(html: string): HtmlParts {
  const parts: HtmlParts = {
    isContent: false,
    anchors: [],
    links: [],
    code: [],
  };
  for (const { 0: tag, index } of html.matchAll(TAG)) {
    parts.isContent ||= SEEN.test(tag);
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
  parts.isContent ||= html.replace(MARKUP, '').trim() !== '';
  return parts;
}
