import { TaskLink } from '../track';
import { cutText } from './slug';

/** A line of Markdown as a title. */
export interface InlineText {
  text: string;
  links: TaskLink[];
  /** Addresses that lead nowhere from outside of the file. */
  left: string[];
}

/** A link or an image; what is in it holds no bracket, so that a text of brackets is passed over at once. */
const LINK =
  /(!?)\[([^[\]]{0,500})\]\(\s{0,9}<?([^()\s<>]{1,2000}(?:\([^()\s<>]{0,200}\)[^()\s<>]{0,200})?)>?(?:\s{1,9}(?:"[^"]{0,200}"|'[^']{0,200}'))?\s{0,9}\)/g;

/** An address that stands by itself. */
const ADDRESS = /<?(https?:\/\/[^\s<>"'`|\\^{}[\]]{1,2000})>?/gi;

/** Reads the text of a line and the links in it. The time that it takes grows with the length of the line. */
export function readInline(line: string): InlineText {
  const links: TaskLink[] = [];
  const left: string[] = [];
  const add = (url: string, title: string) => {
    if (/^https?:\/\/[^\s/]/i.test(url)) {
      links.push({ url, ...(title && { title: cutText(title, 200) }) });
    } else if (!/^(?:mailto:|#)/i.test(url)) {
      left.push(url);
    }
  };
  const withoutLinks = line.replace(
    LINK,
    (_, image: string, text: string, url: string) => {
      const title = plain(text);
      if (!image) {
        add(url, title);
      }
      // The dots of an address in the text of its own link are not found again.
      return image ? '' : text.replace(/:\/\//g, ':\u200b//');
    },
  );
  const text = withoutLinks.replace(ADDRESS, (_, found: string) => {
    // What ends a sentence ends no address, nor does a bracket that was opened before it.
    const end = found.includes('(') ? /[.,;:!?]{0,9}$/ : /[.,;:!?)]{0,9}$/;
    const url = found.replace(end, '');
    const rest = found.slice(url.length);
    add(url, '');
    return `${shorten(url)}${rest}`;
  });
  return { text: plain(text.replace(/:\u200b\/\//g, '://')), links, left };
}

/** What a reader sees, without marks. */
function plain(text: string): string {
  return text
    .replace(/<\/?[a-z][^<>]{0,200}>/gi, '')
    .replace(/\*\*|__|~~|`/g, '')
    .replace(/(^|[\s(])[*_](?=\S)/g, '$1')
    .replace(/(\S)[*_](?=[\s).,;:!?]|$)/g, '$1')
    .replace(/\\([\\`*_{}[\]()#+\-.!<>|~@])/g, '$1')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim();
}

/** An address in a title says where it leads, and the link holds the rest. */
function shorten(url: string): string {
  return url.replace(/^https?:\/\//i, '').slice(0, 60);
}
