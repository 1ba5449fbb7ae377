/** Characters that may be marks wherever they stand. */
const MARKS = /[\\`*_{}[\]<>&|~@]/g;

/** What others wrote, in one line of Markdown, where it means nothing but itself. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()
    .replace(MARKS, '\\$&')
    .replace(/:(?=\/\/)/g, '\\:')
    .replace(/(www)\./gi, '$1\\.')
    .replace(/^[#+=>-]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2');
}

/** A block of code that ends where it should, whatever stands in it. */
export function codeBlock(language: string, code: string): string {
  const longest = Array.from(code.matchAll(/`+/g)).reduce(
    (most, [run]) => Math.max(most, run.length),
    2,
  );
  const fence = '`'.repeat(longest + 1);
  const lines = code.replace(/\r\n?|[\u2028\u2029]/g, '\n').trim();
  return `${fence}${language}\n${lines}\n${fence}`;
}

/** A link, or the text alone where the address is none of the web. */
export function linkTo(text: string, url: string): string {
  const label = escapeMarkdown(text);
  if (!/^https?:\/\/[^/]/i.test(url) || !URL.canParse(url)) {
    return label;
  }
  const address = new URL(url).href.replace(/[<>\\]/g, encodeURIComponent);
  return `[${label || escapeMarkdown(url)}](<${address}>)`;
}
